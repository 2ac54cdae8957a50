/** Lines of a list and clocks. */
export const rowWords = {
  noName: '姓名未填',
  yuan: '元',
  today: '今天到期',
} as const

export const rowSays = {
  asked: (sum: string) => `想要 ${sum} 元`,
  due: (day: string, left: string) => `说明 ${day}前交,${left}`,
  photos: (count: number) => `${count} 张照片`,
  before: (count: number) => `今年已救助 ${count} 次`,
  overtime: (span: string) => `超时 ${span}`,
  urgent: (span: string) => `急 ${span}`,
  left: (span: string) => `剩 ${span}`,
  days: (count: number) => `剩 ${count} 个工作日`,
  daysOver: (count: number) => `已逾期 ${count} 个工作日`,
} as const
