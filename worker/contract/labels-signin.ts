/** Chinese words of signing in. */
import type { DeskAnswer, Surface } from './terms-signin.ts'

export const surfaceLabels = { phone: '手机', desk: '工作台' } as const satisfies Record<Surface, string>

export const deskAnswerLabels = { confirmed: '确认登录', refused: '不是我' } as const satisfies Record<DeskAnswer, string>
