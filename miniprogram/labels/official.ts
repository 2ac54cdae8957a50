/** The official's pages. */
import { actionLabels, placeLabels, timelineLabels } from '../../worker/contract/labels.ts'
import { deskWords } from './devices.ts'
import { goodsWords } from './goods.ts'
import { householdWords } from './household.ts'

export const queueWords = {
  none: '这里没有待办',
  fund: '储备金',
  desk: deskWords.title,
  low: '偏低,请申请补足',
  stale: '下面是上次看到的。',
  tabs: '待办分类',
} as const

export const queueSays = {
  fund: (sum: string) => `储备金可用 ${sum} 元`,
} as const

export const caseWords = {
  standard: '去办一般程序',
  standardSteps: '一般程序的步骤',
  household: '这一户',
  never: '今年没有救助过',
  fund: '储备金可用',
  cash: placeLabels['cash.available'],
  limit: '本次上限',
  amount: '金额',
  yuan: '元',
  channel: '怎么发',
  owed: '之后要补',
  reason: '批准理由',
  rules: '按规则 N-11、R-02 可以办理',
  photos: '照片',
  asked: '想要',
  phone: '电话',
  idNumber: '身份证号',
  number: '编号',
  payee: '收款账户',
  payeeNone: '还没有收款账户',
  payeeFill: '登记收款账户',
  payeeFirst: '转账要先登记收款账户,或改发现金',
  kin: '是经办人近亲属',
  filedBy: '代办人',
  timeline: '办理经过',
  confirmNo: '再看看',
  sending: '正在发出…',
  again: '再发一次',
  unsent: '这件还没发出',
  unsentText: '没有服务器的回音,不算批准。',
  granted: timelineLabels.granted,
  left: '储备金还有',
  back: '回待办列表',
  stay: '看这件申请',
  chain: '看全部',
  lookAtHousehold: householdWords.look,
  payNow: '去付款',
  checkNow: '审核说明',
  addGoods: goodsWords.add,
  given: actionLabels.grant,
  exceptions: '例外',
  exceptionWaits: '等县级答复',
  exceptionYes: '可以用',
  exceptionNo: '县级不同意',
} as const

export const caseSays = {
  size: (size: number) => `${size} 口人`,
  year: (count: number, sum: string) => `今年 ${count} 次 ${sum} 元`,
  chain: (...parts: string[]) => parts.filter((part) => part).join(' '),
  duplicate: (township: string, day: string, tie: string, sum: string, number: string) =>
    [`${township}也有申请 ${day}`, tie, sum ? `批了 ${sum} 元` : '', number].filter((part) => part).join(','),
  stage: (n: number, sum: string) => `第 ${n} 次 ${sum} 元`,
  owed: (count: number, day: string) => `之后要补 ${count} 项,今天付则 ${day}前`,
  sure: (sum: string) => `确认批准 ${sum} 元`,
  provisional: '(放假安排未定,可能有变)',
  grant: (track: string, sum: string) => `${track} ${sum} 元`,
  confirm: (who: string, place: string, how: string) => `给 ${who}(${place}),${how}`,
  transferTo: (tail: string) => `转账到尾号 ${tail}`,
  exception: (label: string, state: string, reason: string) => [`${label}:${state}`, reason].filter((part) => part).join(','),
  owedNothing: '先公示再批,事后不用补说明',
  reason: (cause: string, place: string) => `${place ? `${place},` : ''}因${cause},基本生活受影响,自己难以渡过。符合急难救助条件。`,
  claimed: (masked: string) => `申请时写的是 ${masked},请核对证件`,
  newHousehold: (who: string) => `${who},新建一户`,
  household: (head: string, size: number, last: string, why: string) =>
    [`${head} ${size} 口人`, last ? `上次救助 ${last}` : '', why].filter((part) => part).join(',') ,
} as const

export const acceptWords = {
  kin: '申请人是经办人的近亲属吗?',
  kinNo: '不是',
  kinYes: '是',
  kinName: '工作人员姓名',
  kinRelation: '什么关系',
  kinPost: '他的职务',
  who: '申请人',
  name: '姓名',
  idNumber: '身份证号',
  idHint: '现在没有可以后补',
  household: '归到哪一户?',
  payee: '收款账户',
  newBecause: '为什么另立一户',
  newBecauseHint: '有相似的家庭,请写清不是一家',
  members: '家里还有谁',
  memberName: '姓名',
  memberRelation: '和申请人关系',
  memberId: '身份证号',
  addMember: '加一个人',
  removeMember: '删掉这个人',
  send: actionLabels.accept,
  sending: '正在受理…',
  done: timelineLabels.accepted,
} as const

/** Why a household may be the same one. */
export const alikeWords = {
  phone: '电话一样',
  name: '同村同名',
} as const

export const acceptFaults = {
  kin: '请回答是否近亲属',
  kinName: '请写工作人员姓名',
  kinRelation: '请写什么关系',
  kinPost: '请写他的职务',
  name: '请写申请人姓名',
  household: '请选择归到哪一户',
  member: '家里人的姓名和关系都要写',
} as const

export const refuseWords = {
  code: '不予救助的原因',
  facts: '核实到的情况',
  factsHint: '谁、何时、看到了什么',
  reason: '理由',
  reasonHint: '写给申请人看,说清楚',
  tell: '申请人会看到情况、理由和复议办法。',
  send: actionLabels.refuse,
  sending: '正在发出…',
  done: '已告知申请人',
  ask: '不予救助?',
  sure: '确定不予救助',
} as const

export const refuseFaults = {
  code: '请选择原因',
  facts: '请写清核实到的情况,至少 4 个字',
  reason: '请写清理由,至少 4 个字',
} as const

export const reasonWords = {
  why: '为什么报县级?',
  reason: '写明理由',
  sending: '正在发出…',
  done: '已办好',
  code: '请选择为什么报县级',
  exceptionTitle: actionLabels.askException,
  answerTitle: actionLabels.answerException,
  whichException: '哪一种例外?',
  exceptionCode: '请选择哪一种例外',
  consent: '同意吗?',
  consentYes: '同意',
  consentNo: '不同意',
  consentCode: '请选择同意或不同意',
  shortException: '请写明理由,至少 4 个字',
  escalateTitle: actionLabels.escalate,
  cancelTitle: actionLabels.cancelGrant,
  returnTitle: actionLabels.returnExplanation,
  voidTitle: actionLabels.voidSlip,
  handBackTitle: actionLabels.handBack,
} as const

export const reasonSays = {
  short: (least: number) => `请写明理由,至少 ${least} 个字`,
} as const
