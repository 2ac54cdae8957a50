import { element } from './layer.ts'

const marks: Record<string, string> = { success: '✓', error: '!', fail: '!', loading: '' }

let shown: HTMLElement | undefined
let timer: ReturnType<typeof setTimeout> | undefined

/** A short notice in the middle of the screen. */
export function showToast(title: string, icon: string, durationMs: number, mask: boolean): void {
  hideToast()
  const box = element('div')
  box.className = `phone-toast ${icon}`
  box.setAttribute('role', icon === 'error' || icon === 'fail' ? 'alert' : 'status')
  box.toggleAttribute('data-mask', mask)
  const body = element('div')
  if (icon !== 'none') {
    const mark = element('span', marks[icon] ?? '')
    mark.className = 'toast-mark'
    mark.setAttribute('aria-hidden', 'true')
    body.append(mark)
  }
  body.append(element('span', title))
  box.append(body)
  document.body.append(box)
  shown = box
  if (Number.isFinite(durationMs)) timer = setTimeout(hideToast, durationMs)
}

/** Takes the notice away. */
export function hideToast(): void {
  clearTimeout(timer)
  shown?.remove()
  shown = undefined
}
