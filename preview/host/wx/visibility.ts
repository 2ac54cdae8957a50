import { Listeners } from './call.ts'

const backgroundGraceMs = 5000

const shown = new Listeners<object>('onAppShow')
const hidden = new Listeners<object>('onAppHide')
const running = new Set<() => void>()

let timer: ReturnType<typeof setTimeout> | undefined

/** Tells the mini-program that the person left it or came back. Requests still open after 5 s are cut. */
export function setAppVisible(visible: boolean, options: object): void {
  clearTimeout(timer)
  if (visible) {
    shown.tell(options)
    return
  }
  hidden.tell({})
  timer = setTimeout(() => [...running].forEach((cut) => cut()), backgroundGraceMs)
}

/** Registers something that must not outlive the app's stay in front. The answer unregisters it. */
export function whileShown(cut: () => void): () => void {
  running.add(cut)
  return () => void running.delete(cut)
}

/** What the mini-program listens to. */
export const visibilityCalls = {
  onAppShow: shown.on, offAppShow: shown.off, onAppHide: hidden.on, offAppHide: hidden.off,
}
