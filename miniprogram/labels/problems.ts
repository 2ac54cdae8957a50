/** What the phone itself has to say when no answer came, and what a refusal leaves a person to do. */
import type { ProblemCode } from '../../worker/contract/problems.ts'

export const wireWords = {
  offline: '没有网络,还没发出去。填的都在',
  slow: '网络太慢,还没收到回音。填的都在',
  unreadable: '服务器没有正常回答,请稍后再试',
} as const

/** The same when nothing was to be sent. */
export const readWords = {
  offline: '没有网络,看不到最新情况',
  slow: '网络太慢,看不到最新情况',
  unreadable: '服务器没有正常回答,请稍后再试',
} as const

/** The next step after a refusal; the refusal itself is the server's sentence. */
export const wayOut = {
  fund_insufficient: '可以报县级审批,或请县里补足。',
  fund_frozen: '这一户急需,可以报县级审批。',
  period_closed: '请把日期改到没有结账的月份。',
  county_turn: '请点"报县级审批"。',
  overdue_explanations: '请先补齐逾期的说明,或报县级审批。',
  no_letter: '请点"报县级审批"。',
  kin_needs_county: '请点"报县级审批"。',
  public_notice_needed: '请先调查、核对、公示。',
  notice_running: '满期那天的第二天起可以批。',
  objection_open: '请先处理异议。',
  survey_missing: '请两个人各用自己的账号登记、签认。',
  check_missing: '请先登记核对结果。',
  authorisation_missing: '请先登记授权书。',
  same_cause_this_year: '确实困难,可以申请例外,或报县级。',
  household_year_limit: '确实困难,可以申请例外,或报县级。',
  still_in_need: '请点"申请例外",写明仍困难。',
  payee_shared: '请换本人账户,或点"申请例外"。',
  exception_changed: '请看过再批。',
  household_unclear: '请选一户,或写明为什么另立。',
  reveal_limit: '请乡镇领导在工作台看过记录。',
  paper_used: '请再核对流水号。',
  payee_needed: '请先登记账户,或改发现金。',
  payee_changed: '请看过新的账户再批。',
  payee_holder: '请核对后重新登记账户。',
  evidence_used: '请重拍签领单。',
  cash_cap: '请改选转账。',
  same_person: '请换一位有审批权的同事办。',
  beneficiary: '请换一位同事办。',
  chain_stale: '请再点一次。',
  key_reused: '上一次可能已经收到,请先看列表。',
  policy_changed: '请看过新的数字再批。',
  already_granted: '请返回待办列表。',
  already_accepted: '请返回待办列表。',
  request_not_open: '请返回列表看结果。',
} as const satisfies Partial<Record<ProblemCode, string>>

export function wayOutOf(code: string): string {
  return (wayOut as Record<string, string>)[code] ?? ''
}
