import type { FundView } from '../../../worker/contract/fund.ts'
import type { ClaimPage } from '../../../worker/contract/settlement.ts'
import { addressOf, noFilter } from '../address/route.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { ClaimTable } from './ClaimTable.tsx'
import { MakeClaim } from './MakeClaim.tsx'

/** 核销与补足: what may be claimed, and every claim with who confirmed it and what comes next. */
export function ClaimsPage({ code }: { code: string }) {
  const fund = useRead<FundView>(`/funds/${code}`)
  const claims = useRead<ClaimPage>(`/funds/${code}/claims?limit=100`)
  const again = () => { fund.again(); claims.again() }
  const failure = fund.failure ?? claims.failure
  return (
    <Page title={`${fund.answer?.townshipName ?? ''}核销与补足`} ready={claims.answer !== null}>
      <p class="lead">
        说明通过的款一批一批核销:财政所、县救助股、县财政依次确认,县里整批补足。
        <a href={addressOf({ page: 'fund', code, filter: noFilter })}>看储备金</a>
      </p>
      {failure && <FailureNote failure={failure} again={again} />}
      {fund.answer && <MakeClaim fund={fund.answer} done={again} />}
      {claims.answer && <ClaimTable code={code} claims={claims.answer.items} done={again} />}
    </Page>
  )
}
