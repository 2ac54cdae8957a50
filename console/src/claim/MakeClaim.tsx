import type { FundView } from '../../../worker/contract/fund.ts'
import type { ClaimMade } from '../../../worker/contract/settlement.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'
import { Key } from '../keys/Key.tsx'

/** One press makes a claim of all that is explained and in no other claim. */
export function MakeClaim({ fund, done }: { fund: FundView; done(): void }) {
  const act = useAct<ClaimMade>(`/funds/${fund.code}/claims`)
  const clearedFen = fund.balances.find(({ place }) => place === 'cleared')?.fen ?? 0
  if (!fund.actions.includes('claim')) return null
  const make = async () => {
    if (act.state !== 'busy' && await act.send({})) done()
  }
  return (
    <section class="panel">
      <p class="line"><b>说明已通过</b><Yuan fen={clearedFen} unit /></p>
      <ActNote act={act} />
      <button type="button" class="main" data-key="o" disabled={act.state === 'busy' || clearedFen === 0} onClick={make}>
        {act.state === 'busy' ? '正在提交…' : '把没报过的都报核销'} <Key of="o" />
      </button>
    </section>
  )
}
