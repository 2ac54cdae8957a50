/** One's own data: who looked at it; and an officer's look at another's. */
export const revealWords = {
  why: '为什么要看完整号码?',
  note: '看一次记一次,本人也能看到。60 秒后自动遮住。',
  never: '不看了',
  call: '拨打',
  hide: '遮住',
} as const

/** Reasons to pick from; each is what really happens next. */
export const revealReasons = {
  name: ['核对申请人身份'],
  phone: ['打电话核实情况', '打电话告知结果', '约时间入户查看'],
  idNumber: ['核对证件信息', '查是否重复救助'],
  account: ['付款前核对账户', '银行退票后核对'],
} as const

export const ownWords = {
  title: '谁看过我的信息',
  note: '工作人员要看完整的电话、证件或账号,必须写明理由。每次都记在这里。',
  none: '还没有人看过您的完整信息。',
  wrong: '觉得不该看的,可以打 12345,或找乡镇领导。',
} as const

/** What is kept about the person who looks. */
export const keptWords = {
  title: '存了我的什么',
  name: '姓名',
  phone: '电话',
  idNumber: '身份证号',
  unknown: '没有登记',
  copy: '复制一份',
  copied: '已复制,可以粘贴保存',
  wrong: '有错的、要删的,请找乡镇民政办改。已批准的材料按规定存 30 年。',
} as const

export const keptSays = {
  request: (township: string, cause: string, photos: number) =>
    [township, cause, photos > 0 ? `照片 ${photos} 张` : ''].filter((part) => part).join(' '),
  account: (bank: string, holder: string, account: string) => `${bank} ${holder} ${account}`,
} as const

export const ownSays = {
  who: (name: string, post: string, township: string) => [township, post, name].filter((part) => part).join(' '),
  look: (field: string, number: string) => `看了${field},申请 ${number}`,
} as const

/** The notice, the separate consent, and telling them face to face. */
export const consentWords = {
  privacy: '我知道我的信息怎么用',
  sensitive: '我同意用病历、账户和孩子的信息',
  guardian: '监护人同意用孩子的信息',
  note: '不勾也能求助。之后工作人员会当面告诉您。',
  more: '看全文',
  less: '收起',
  told: '念给谁听了?',
  later: '还不能告知',
  pick: '请选择念给谁听了',
  send: '已经告知',
  sending: '正在发出…',
  done: '已记下',
  mine: '我同意过的',
  withdraw: '撤回这项同意',
  withdrawn: '已撤回',
} as const

export const toldChoices = [{ value: 'self', label: '本人' }, { value: 'guardian', label: '监护人' }] as const
/** At the acceptance there is a third answer: help goes first. */
export const toldOrLater = [...toldChoices, { value: '', label: consentWords.later }] as const
