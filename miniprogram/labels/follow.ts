/** Following a request. */
export const mineWords = {
  none: '还没有申请。遇到急事,请点"现在求助"。',
  stale: '下面是上次看到的。',
} as const

export const followWords = {
  number: '编号',
  where: '办到哪一步',
  said: '您说的情况',
  asked: '想要',
  yuan: '元',
  granted: '批准',
  refusedTitle: '这次不予救助',
  facts: '核实到的情况',
  reason: '理由',
  ground: '原因',
  remedy: '不同意怎么办',
  payee: '收款账户',
  payeeNone: '还没有登记收款账户',
  payeeFill: '填写收款账户',
  payeeChange: '更换收款账户',
  withdraw: '撤回申请',
  withdrawAsk: '撤回这件申请?',
  withdrawText: '撤回后不再办理。以后可以再申请。',
  withdrawYes: '撤回',
  withdrawNo: '不撤回',
  filedBy: '代办人',
  stale: '下面是上次看到的。',
  tail: '尾号',
  morePhotos: '补照片',
  explain: '补充说明',
  explainNote: '钱先用上,情况可以后补。拍照或写几句都行。',
} as const

export const followSays = {
  remedy: (day: string) => [
    `${day}前可以申请行政复议。`, '向县政府行政复议机构提出。', '也可以先打下面的电话问清楚。', '情况有变化,可以再申请。',
  ],
  call: (unit: string, phone: string) => `${unit} ${phone}`,
  due: (moment: string) => `最晚 ${moment} 前有结果`,
  by: (name: string) => ` ${name}`,
} as const

export const payeeWords = {
  kind: '收到哪里?',
  holder: '户名',
  bank: '开户银行',
  bankHint: '如:示范农商银行河口支行',
  account: '账号',
  relation: '户主和申请人是什么关系?',
  authority: '为什么由他代收?',
  save: '保存账户',
  saving: '正在保存…',
  saved: '账户已登记',
  note: '钱只打给这个账户。请看清楚再保存。',
} as const

export const payeeFaults = {
  holder: '请写户名',
  bank: '请写开户银行',
  account: '账号只能是 8 到 30 位数字',
  authority: '请选择由他代收的依据',
} as const

export const meWords = {
  nobody: '还没有登录',
  applicant: '申请人',
  care: '关怀模式(大字)',
  careNote: '字更大,按钮更大,一次只问一件事',
  township: '我的乡镇',
  townshipNone: '还没有选',
  townshipPick: '请选择乡镇',
  signOut: '退出登录',
  signOutAsk: '退出登录?',
  signOutText: '没发出的和没写完的会从这台手机删掉。',
  signOutYes: '退出',
  signOutNo: '不退出',
} as const
