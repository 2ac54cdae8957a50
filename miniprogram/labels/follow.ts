/** Following a request. */
import { actionLabels } from '../../worker/contract/labels.ts'
import { homeWords } from './home.ts'

export const mineWords = {
  none: '还没有申请。遇到急事,请点"现在求助"。',
  ask: homeWords.ask,
  stale: '下面是上次看到的。',
} as const

export const followWords = {
  number: '编号',
  where: '办到哪一步',
  said: '您说的情况',
  asked: '想要',
  yuan: '元',
  refusedTitle: '这次不予救助',
  facts: '核实到的情况',
  reason: '理由',
  ground: '原因',
  remedy: '不同意怎么办',
  payee: '收款账户',
  payeeNone: '还没有登记收款账户',
  payeeFill: actionLabels.setPayee,
  payeeChange: '更换收款账户',
  withdraw: actionLabels.withdraw,
  withdrawAsk: '撤回这件申请?',
  withdrawText: '撤回后不再办理。以后可以再申请。',
  withdrawYes: '撤回',
  withdrawNo: '不撤回',
  filedBy: '代办人',
  stale: '下面是上次看到的。',
  tail: '尾号',
  morePhotos: actionLabels.addPhotos,
  explain: actionLabels.fileExplanation,
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

export const meWords = {
  nobody: '还没有登录',
  applicant: '申请人',
  care: '关怀模式(大字)',
  careNote: '字更大,按钮更大,一次只问一件事',
  township: '我的乡镇',
  townshipPick: '请选择乡镇',
  devices: '登录的设备',
  bind: '绑定岗位(工作人员)',
  policy: '救助政策',
  own: '我的信息',
  pin: '办事密码',
  signOut: '退出登录',
  signOutAsk: '退出登录?',
  signOutText: '没发出的和没写完的会从这台手机删掉。',
  signOutYes: '退出',
  signOutNo: '不退出',
} as const
