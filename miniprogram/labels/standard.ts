/** 一般程序 on the phone: steps, forms and the public notice. */
import { causeClassLabels, noticeStateLabels, standardActionLabels } from '../../worker/contract/labels-standard.ts'

export const standardWords = {
  title: '一般程序',
  lead: '两人入户、核对、公示期满后再批。',
  authorisation: '核对授权书',
  check: '收入财产核对',
  survey: '入户调查',
  notice: '公示',
  objections: '异议',
  todo: '还没有办',
  notNeeded: '免核,不用授权书',
  unsigned: '还差第二个人签认',
  openCase: '看这件申请',
  sign: standardActionLabels.signSurvey,
  signAsk: '您和他一起去过这一户,看到的是这样吗?',
  signYes: '是这样,签认',
  signNo: '再看看',
  sending: '正在登记…',
  done: '已登记',
  within: '在规定内',
  over: '超过规定',
  yes: '是',
  no: '否',
  yuan: '元',
  photos: '拍照',
  noPhotos: '请先拍照,等它传完',
  none: '没有入户调查等您签认',
} as const

export const standardSays = {
  by: (name: string | null, moment: string) => `${name ?? ''} ${moment}`,
  check: (income: string, property: string) => `收入${income},财产${property}`,
  recognised: (kind: string, paper: string) => `免核:${kind},${paper}`,
  until: (day: string) => `有效到 ${day}`,
  survey: (people: number, need: string) => `${people} 人,必需支出 ${need} 元`,
  signed: (names: string) => `签认:${names}`,
  notice: (sum: string, from: string, until: string) => `${sum} 元,${from}贴出,公示到 ${until}`,
  votes: (ayes: number, noes: number) => `民主评议:同意 ${ayes},不同意 ${noes}`,
  unsignedCount: (count: number) => `${count} 份入户调查等您签认`,
} as const

export const stepWords = {
  signers: '签字的成年人',
  signersHint: '每行一个姓名',
  basis: '核对方式',
  recognised: '认定类别',
  income: '家庭收入',
  property: '家庭财产',
  paper: '报告或证件编号',
  untilOn: '有效到哪天',
  dayHint: '写成 2026-12-31 这样',
  people: '家里几口人',
  housing: '住房',
  earnings: '收入来源和数目',
  hardship: '困难情况和必需支出',
  officialKin: '是否干部亲属',
  needFen: '必需支出(扣除报销和其他救助)',
  amountFen: '公示金额',
  callerName: '来电人姓名',
  callerPhone: '来电人电话',
  words: '异议内容',
  ayes: '同意票',
  noes: '不同意票',
  minutes: '评议记录',
  result: '处理结果',
  amendedFen: '调整后的金额',
  reason: '核实情况和理由',
  empty: '请填写',
  number: '请填数字',
} as const

export const noticeWords = {
  title: '救助公示',
  lead: '正在公示的救助。有不同意见,可以提出来。',
  none: '现在没有公示',
  object: '我有异议',
  words: '您知道的情况',
  wordsHint: '只有乡镇经办人看得到。',
  send: '提出异议',
  cancel: '不提了',
  short: '请写至少四个字',
  done: '已收到,乡镇会核实',
  call: '监督电话',
} as const

export const noticeSays = {
  line: (kind: keyof typeof causeClassLabels, sum: string) => `${causeClassLabels[kind]},${sum} 元`,
  days: (from: string, until: string, state: keyof typeof noticeStateLabels) =>
    `${from}到 ${until},${noticeStateLabels[state]}`,
} as const
