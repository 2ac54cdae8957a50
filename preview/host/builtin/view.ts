import type { Builtin, Host, Life } from './define.ts'

const hoverProperties = {
  hoverClass: String, hoverStopPropagation: Boolean,
  hoverStartTime: { type: Number, value: 50 }, hoverStayTime: { type: Number, value: 400 },
}

/** A box. */
export const view: Builtin = { tag: 'view', properties: hoverProperties, holds: 'children', create: hover }

/** A box over native layers; here the same as a box. */
export const coverView: Builtin = { ...view, tag: 'cover-view' }

/** Children drawn above the page: the preview leaves them in place. */
export const rootPortal: Builtin = {
  tag: 'root-portal', properties: { enable: { type: Boolean, value: true } }, holds: 'children',
}

/** Gives a pressed box its hover class for a moment. */
export function hover({ element, data, toggleClass }: Host): Life {
  let timer: ReturnType<typeof setTimeout> | undefined
  const at = (name: string): number => Number((data as Record<string, unknown>)[name] ?? 0)
  const press = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => toggleClass(data['hoverClass'], true), at('hoverStartTime'))
  }
  const release = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => toggleClass(data['hoverClass'], false), at('hoverStayTime'))
  }
  element.addEventListener('pointerdown', press)
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) element.addEventListener(end, release)
  return { detached: () => clearTimeout(timer) }
}

export { hoverProperties }
