/** The PIN: asked before money moves, set on the phone. */
export const pinWords = {
  title: '办事密码',
  giveLead: '批钱、付钱、记账前,先输入 6 位办事密码。',
  giveNote: '15 分钟不办事会再问一次。',
  pin: '办事密码',
  give: '继续办',
  setLead: '先设一个 6 位办事密码。',
  changeLead: '换一个 6 位办事密码。',
  setNote: '以后批钱、付钱、记账要用它。不要告诉别人。',
  oldPin: '原来的办事密码',
  newPin: '新的办事密码',
  again: '再写一遍',
  set: '设好',
  change: '改好',
  busy: '正在办…',
  digits: '要 6 位数字',
  differ: '两遍不一样,请重新写',
  forgotten: '忘了密码,请找县里的安全管理员重设。',
  done: '密码已设好',
} as const

export const pinSays = {
  demo: (pin: string) => `演示县的办事密码都是 ${pin}`,
} as const
