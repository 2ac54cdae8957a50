/** The first page. */
import { queueLabels } from '../../worker/contract/labels.ts'

export const emergencyWords = {
  line: '急救、报警请先打电话',
  call120: '急救 120',
  call110: '报警 110',
} as const

export const homeWords = {
  lead: '家里遇到急事、难事',
  under: '先求助,手续以后补',
  ask: '现在求助',
  forOther: '帮别人申请',
  mine: queueLabels.mine,
  mineNone: '还没有申请',
  mineAll: '查看全部',
  desk: '工作台',
  deskNone: '没有待办',
  township: '乡镇电话',
  townshipNone: '不知道打给谁?政务热线 12345',
  hotline: '12345',
  notices: '救助公示',
  me: '我的',
  draft: '上次填的还在,可以接着填',
} as const

export const homeSays = {
  deskSome: (count: number) => `${count} 件待办`,
  deskUrgent: (count: number) => `${count} 件急难或快到时限`,
} as const
