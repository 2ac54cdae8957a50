/** Chinese words of signing in. */
import type { DeskAnswer, DeskAskState, Surface } from './terms-signin.ts'

export const surfaceLabels = { phone: '手机', desk: '工作台' } as const satisfies Record<Surface, string>

export const deskAskLabels = {
  waiting: '等手机确认',
  refused: '手机上没有同意',
  over: '已过期',
  open: '已登录',
} as const satisfies Record<DeskAskState, string>

export const deskAnswerLabels = { confirmed: '确认登录', refused: '不是我' } as const satisfies Record<DeskAnswer, string>
