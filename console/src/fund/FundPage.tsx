import type { EntryView, FundView } from '../../../worker/contract/fund.ts'
import type { Filter } from '../address/route.ts'
import { usePages } from '../api/pages.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { clock } from '../words/dates.ts'
import { Balances } from './Balances.tsx'
import { Figures } from './Figures.tsx'
import { Frozen } from './Frozen.tsx'
import { Imprest } from './Imprest.tsx'
import { Ledger } from './Ledger.tsx'
import { Orders } from './Orders.tsx'
import { Proposals } from './Proposals.tsx'
import { TurnedDown } from './TurnedDown.tsx'

/** One fund: what may be spent, what waits, where every fen is, and the ledger. */
export function FundPage({ code, filter }: { code: string; filter: Filter }) {
  const fund = useRead<FundView>(`/funds/${code}`)
  const pages = usePages<EntryView>(entriesPath(code), ({ seq }) => seq)
  const { answer } = fund
  const again = () => { fund.again(); pages.again() }
  if (!answer) {
    return <Page title="储备金">{fund.failure && <FailureNote failure={fund.failure} again={again} />}</Page>
  }
  return (
    <Page title={`${answer.townshipName}储备金`} beside={<Orders fund={answer} />} ready={pages.rows !== null} tall>
      {(fund.failure ?? pages.failure) && <FailureNote failure={(fund.failure ?? pages.failure)!} again={again} />}
      {answer.frozen && <Frozen frozen={answer.frozen} />}
      <Figures fund={answer} />
      <div class="split">
        <Ledger fund={answer} pages={pages} filter={filter} />
        <aside class="side" aria-label="待复核和各处余额">
          <Proposals fund={answer} />
          <TurnedDown fund={answer} />
          <Balances fund={answer} filter={filter} />
          <Imprest fund={answer} />
          <p class="small quiet">
            {fund.readAt && `截至 ${clock(fund.readAt)}`}{' '}
            <button type="button" class="link" data-key="r" data-key-words="刷新" onClick={again}>刷新</button>
          </p>
        </aside>
      </div>
    </Page>
  )
}

/** The ledger, fifty rows at a time. */
export const entriesPath = (code: string): string => `/funds/${code}/entries?limit=50`
