import type { FundView } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import { addressOf, noFilter } from '../address/route.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { afterOrder } from './after.ts'
import { Outcome } from './Outcome.tsx'
import { ProposalActs } from './ProposalActs.tsx'
import { ProposalPaper } from './ProposalPaper.tsx'
import { UndoneEntry } from './UndoneEntry.tsx'

/** The second person reads what the first one ordered, and makes it an entry with one press, or ends it. */
export function ProposalPage({ code, id }: { code: string; id: string }) {
  const { answer: fund, failure, again } = useRead<FundView>(`/funds/${code}`)
  const proposal = fund?.proposals.find((candidate) => candidate.id === id)
  const verb = proposal?.mine ? '待复核:' : '复核'
  const title = proposal ? `${verb}${fund?.townshipName ?? ''}储备金${eventLabels[proposal.order]}` : '复核'
  return (
    <Page title={title} ready={fund !== null}>
      {failure && <FailureNote failure={failure} again={again} />}
      {fund && !proposal && <Closed fund={fund} />}
      {fund && proposal && (
        <div class="order">
          <section class="panel">
            <ProposalPaper code={code} proposal={proposal} />
            <ProposalActs fund={fund} proposal={proposal} />
          </section>
          {proposal.order === 'undo' ? <UndoneEntry fund={fund} seq={proposal.undoes ?? 0} />
            : <Outcome fund={fund} then={afterOrder(proposal.order, proposal.amountFen, fund)} />}
        </div>
      )}
    </Page>
  )
}

function Closed({ fund: { code, townshipName } }: { fund: FundView }) {
  return (
    <p class="panel">
      这一笔已经有了结果:入了账,或者撤下了。
      <a data-first href={addressOf({ page: 'fund', code, filter: noFilter })}>看{townshipName}储备金</a>
    </p>
  )
}
