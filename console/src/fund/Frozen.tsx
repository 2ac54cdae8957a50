import type { FundView } from '../../../worker/contract/fund.ts'
import { instantWords } from '../words/dates.ts'

type Given = { frozen: NonNullable<FundView['frozen']> }

/** The books of this fund do not add up: nothing is entered until they do, the other funds go on. */
export function Frozen({ frozen: { at, finding } }: Given) {
  return (
    <div class="note late" role="alert">
      <p><b>这个账查出不符,{instantWords(at)}起冻结。</b>查清之前不能批准、付款和记账,别的乡镇照常。请马上报县财政和系统管理员。</p>
      <p class="small">查到的是:<code>{finding}</code></p>
    </div>
  )
}
