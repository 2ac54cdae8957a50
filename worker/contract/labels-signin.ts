import type { Surface } from './terms-signin.ts'

export const surfaceLabels = { phone: '手机', desk: '工作台' } as const satisfies Record<Surface, string>
