import type { ExplanationView } from '../../../worker/contract/explanations.ts'
import type { GrantView } from '../../../worker/contract/grants.ts'

/** Where a payment stands, as the phone says it. */
export const payoutWords = {
  held: '待付款', sent: '钱在路上', cash_handed: '现金已发,等第二人签认', paid: '钱已到账', released: '已撤销',
} as const satisfies Record<GrantView['payouts'][number]['step'], string>

export const explanationWords = {
  owed: '待补说明', filed: '待审核', returned: '退回了,请补充', accepted: '说明已通过',
} as const satisfies Record<ExplanationView['state'], string>
