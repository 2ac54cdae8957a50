import type { FundView } from '../../../worker/contract/fund.ts'
import { addressOf } from '../address/route.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { dayInFull, instantWords } from '../words/dates.ts'

/** A move that waits for a second person. */
export type Proposal = FundView['proposals'][number]

/** What the first person ordered, to be held against the bank's paper or the entry that it mirrors. */
export function ProposalPaper({ code, proposal }: { code: string; proposal: Proposal }) {
  const { amountFen, on, bankSerial, undoes, grantNumber, claimNumber, reason, madeBy, madeAt } = proposal
  return (
    <dl class="facts">
      <div><dt>金额</dt><dd class="strong"><Yuan fen={amountFen} unit /></dd></div>
      <div><dt>日期</dt><dd>{dayInFull(on)}</dd></div>
      {grantNumber !== null && <div class="whole"><dt>救助编号</dt><dd class="strong">{grantNumber}</dd></div>}
      {claimNumber !== null && <div class="whole"><dt>核销批次</dt><dd class="strong">{claimNumber}</dd></div>}
      {bankSerial !== null && <div class="whole"><dt>流水号或文号</dt><dd class="strong">{bankSerial}</dd></div>}
      {undoes !== null && (
        <div class="whole">
          <dt>冲掉哪一笔</dt>
          <dd><a href={addressOf({ page: 'entry', code, seq: undoes })}>第 {undoes} 笔</a></dd>
        </div>
      )}
      <div class="whole"><dt>理由</dt><dd>{reason ?? '没有写'}</dd></div>
      <div><dt>提交的人</dt><dd>{madeBy ?? '没有姓名'}</dd></div>
      <div><dt>提交时间</dt><dd>{instantWords(madeAt)}</dd></div>
    </dl>
  )
}
