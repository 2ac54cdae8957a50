/** Paying and explaining; the words of the contract are taken from there. */
import { actionLabels, channelLabels, explanationStateLabels, timelineLabels } from '../../worker/contract/labels.ts'

export const payWords = {
  none: '现在没有要付的款',
  openCase: '看这件申请',
  to: '付给',
  accountNone: '没有登记收款账户',
  wholeAccount: '看完整账号',
  number: '编号',
  yuan: '元',
  transfer: channelLabels.transfer,
  cash: channelLabels.cash,
  sendNote: '在银行发出付款后,再点这里。',
  send: actionLabels.send,
  serial: '银行流水号',
  serialHint: '在银行回单上',
  paidOn: '到账日期',
  pay: actionLabels.pay,
  slip: '签领单照片',
  slipNote: '领款人签字或按手印后拍照。',
  slipCamera: '拍签领单',
  slipNeeded: '请先拍签领单,等它传完',
  hand: '现金已发,请第二人签认',
  slipBy: '签领单',
  countersign: '我看到了,签认',
  countersignNote: '您和发钱的人要是两个人。',
  sending: '正在登记…',
  back: '回待办列表',
} as const

export const paySays = {
  done: (step: string) => `已登记:${step}`,
  due: (day: string) => `说明要在 ${day}前交`,
} as const

export const payFaults = {
  bankSerial: '银行流水号是 4 到 40 位字母或数字',
} as const

export const explainWords = {
  none: '这件申请没有要补的说明',
  openCase: '看这件申请',
  camera: '拍照',
  words: '写几句',
  prefilled: '已按批准时的情况写好,看一遍就能交。',
  returned: explanationStateLabels.returned,
  send: '交说明',
  sending: '正在交…',
  done: '已交,等审核',
  photosWaiting: '照片还在传,传完就能交',
  empty: '请至少写一句说明或拍一张照片',
  extra: '还可以补',
  yuan: '元',
} as const

export const explainSays = {
  due: (day: string, left: string) => `${day}前交,${left}`,
  undue: (days: number) => `钱到账后 ${days} 个工作日内交`,
  provisional: '(放假安排未定,可能有变)',
  filedBy: (who: string, when: string) => `${who} ${when} 交`,
  narrative: (cause: string, story: string) => `${cause}:${story}`,
} as const

export const checkWords = {
  accept: actionLabels.acceptExplanation,
  sendBack: actionLabels.returnExplanation,
  sending: '正在办…',
  done: timelineLabels.explanation_accepted,
  none: '还没有交说明',
  openCase: '看这件申请',
  grant: actionLabels.grant,
  yuan: '元',
  noWords: '没有写字',
  said: '申请时说的',
} as const
