import type { ClaimView } from '../../../worker/contract/settlement.ts'
import { claimStateLabels } from '../../../worker/contract/labels.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { instantWords } from '../words/dates.ts'
import { ClaimActs } from './ClaimActs.tsx'

const tones = { waiting: 'owed', claimed: 'owed', replenished: 'good', settled: 'good', reopened: 'late', dismissed: 'late' } as const
const who = ['财政所', '县救助股', '县财政']

/** Every claim of the fund, newest first. */
export function ClaimTable({ code, claims, done }: { code: string; claims: ClaimView[]; done(): void }) {
  if (claims.length === 0) return <p class="panel">还没有报过核销。</p>
  return (
    <table class="list">
      <caption class="unseen">核销批次</caption>
      <thead>
        <tr>
          <th scope="col">批次</th><th scope="col" class="end">笔数</th><th scope="col" class="end">金额(元)</th><th scope="col">状态</th>
          <th scope="col">提交</th><th scope="col">确认</th><th scope="col">可以办的</th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => (
          <tr key={claim.id}>
            <td class="nowrap">{claim.number}</td><td class="end">{claim.count}</td><td class="end strong"><Yuan fen={claim.amountFen} /></td>
            <td><span class={`tag ${tones[claim.state]}`}>{claimStateLabels[claim.state]}</span></td>
            <td>{claim.madeBy ?? ''} <span class="quiet small">{instantWords(claim.madeAt)}</span></td>
            <td>{claim.confirmations.map(({ n, by }) => `${who[n - 1] ?? ''} ${by ?? ''}`).join('、') || '还没有'}</td>
            <td><ClaimActs code={code} claim={claim} done={done} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
