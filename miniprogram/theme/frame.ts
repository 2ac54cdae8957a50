/** How a page is set: the size of its words and targets. Care mode (关怀模式) is one knob (LOOK, Tokens). */
export interface Frame {
  care: boolean
  style: string
}

const stored = 'care'

/** Our own switch wins; without it, the size the person chose in WeChat decides. */
export function careMode(): boolean {
  const chosen: unknown = wx.getStorageSync(stored)
  if (chosen === 'on' || chosen === 'off') return chosen === 'on'
  const scale = (wx.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor
  return (scale ?? 1) >= 1.2
}

export function setCareMode(on: boolean): void {
  wx.setStorageSync(stored, on ? 'on' : 'off')
}

export function frameNow(): Frame {
  const care = careMode()
  return { care, style: care ? '--fs: 1.4; --hit: 60px;' : '--fs: 1; --hit: 44px;' }
}
