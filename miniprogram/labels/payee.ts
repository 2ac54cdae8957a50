/** Whose account receives the money. */
export const payeeWords = {
  kind: '收到哪里?',
  holder: '户名',
  bank: '开户银行',
  bankHint: '如:示范农商银行河口支行',
  account: '账号',
  relation: '开户人和申请人是什么关系?',
  authority: '为什么由他代收?',
  save: '保存账户',
  saving: '正在保存…',
  saved: '账户已登记',
  note: '钱只打给这个账户。请看清楚再保存。',
  now: '现在登记收款账户(可以之后补)',
  change: '换一个收款账户',
  less: '收起,以后再登记',
} as const

export const payeeFaults = {
  holder: '请写户名',
  bank: '请写开户银行',
  account: '账号只能是 8 到 30 位数字',
  authority: '请选择由他代收的依据',
} as const
