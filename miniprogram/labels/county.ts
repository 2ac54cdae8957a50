/** The county's pages: what the township may not decide. */
import { actionLabels, timelineLabels } from '../../worker/contract/labels.ts'

export const countyWords = {
  why: '为什么报到县里',
  fund: '县级储备金可用',
  cap: '县级上限',
  asked: '想要',
  yuan: '元',
  amount: '拟救助金额',
  reason: '县级意见',
  reasonHint: '写明情况和理由,至少 4 个字',
  minutes: '一事一议纪要',
  minutesNote: '超过县级上限,要写会议结论并拍纪要。',
  minutesPhoto: '拍纪要',
  proposal: '县救助股意见',
  agree: '批准理由',
  propose: actionLabels.proposeCounty,
  confirm: actionLabels.confirmCounty,
  transfer: '由县财政转账到登记的账户',
  noPayee: '还没有收款账户,请乡镇先登记。',
  none: '这件申请现在不用县里办',
  proposed: timelineLabels.county_proposed,
  granted: timelineLabels.granted,
  back: '回待办列表',
  sending: '正在发出…',
  no: '再看看',
} as const

export const countySays = {
  proposed: (by: string, sum: string) => `${by ? `${by} ` : ''}拟救助 ${sum} 元`,
  confirm: (sum: string) => `县级批准 ${sum} 元`,
  sure: (sum: string) => `确认批准 ${sum} 元`,
  ask: (who: string, sum: string) => `给 ${who} ${sum} 元?`,
  left: (sum: string) => `县级储备金还有 ${sum} 元`,
} as const

export const countyFaults = {
  amountFen: '请写金额',
  reason: '请写明理由,至少 4 个字',
  minutes: '请写会议结论,至少 4 个字',
  photo: '请拍会议纪要',
} as const
