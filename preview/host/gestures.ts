import type { PhoneBackend } from './backend.ts'

const longPressMs = 350
const moveLimit = 10

interface Press {
  x: number
  y: number
  timer: ReturnType<typeof setTimeout>
  long: boolean
}

/** Turns what a finger or a mouse does inside the screen into a phone's events. */
export function listenForGestures(screen: HTMLElement, backend: PhoneBackend): void {
  let press: Press | undefined
  const started = new WeakSet<Event>()

  const send = (event: Event, type: string, touches: Touch[], changed: Touch[]): void => {
    const point = changed[0]
    const detail = point ? { x: point.clientX, y: point.clientY } : {}
    const extraFields = { touches: touches.map(plainTouch), changedTouches: changed.map(plainTouch) }
    const stop = backend.dispatch(event.target, type, detail, { originalEvent: event, extraFields })
    if (stop && event.cancelable) event.preventDefault()
  }

  const begin = (event: Event, touch: Touch): void => {
    if (press) clearTimeout(press.timer)
    const current: Press = { x: touch.clientX, y: touch.clientY, long: false, timer: setTimeout(() => {
      current.long = true
      send(event, 'longpress', [touch], [touch])
      send(event, 'longtap', [touch], [touch])
    }, longPressMs) }
    press = current
  }
  const follow = (touch: Touch): void => {
    if (!press) return
    if (Math.hypot(touch.clientX - press.x, touch.clientY - press.y) > moveLimit) clearTimeout(press.timer)
  }
  const finish = (): void => {
    if (press) clearTimeout(press.timer)
  }

  const onTouch = (event: TouchEvent): void => {
    if (started.has(event)) return
    started.add(event)
    const [touches, changed] = [[...event.touches], [...event.changedTouches]]
    if (event.type === 'touchstart' && changed[0]) begin(event, changed[0])
    if (event.type === 'touchmove' && changed[0]) follow(changed[0])
    if (event.type === 'touchend' || event.type === 'touchcancel') finish()
    send(event, event.type, touches, changed)
  }
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    screen.addEventListener(type, onTouch, { capture: true, passive: false })
  }

  let mouseDown = false
  const onMouse = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return
    const touch = mouseTouch(event)
    if (event.type === 'pointerdown') {
      mouseDown = true
      begin(event, touch)
      send(event, 'touchstart', [touch], [touch])
    } else if (mouseDown && event.type === 'pointermove') {
      follow(touch)
      send(event, 'touchmove', [touch], [touch])
    } else if (mouseDown && event.type === 'pointerup') {
      mouseDown = false
      finish()
      send(event, 'touchend', [], [touch])
    }
  }
  for (const type of ['pointerdown', 'pointermove', 'pointerup'] as const) {
    screen.addEventListener(type, onMouse, { capture: true })
  }

  // A tap is the browser's click: it comes once for finger, mouse and keyboard, and never as a ghost.
  screen.addEventListener('click', (event) => {
    const wasLong = press?.long ?? false
    press = undefined
    if (isDisabled(event) || (wasLong && event.detail > 0)) return
    const touch = mouseTouch(event)
    send(event, 'tap', [], [touch])
  }, { capture: false })

  screen.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    if ((event.key !== 'Enter' && event.key !== ' ') || !target.matches('[role][tabindex="0"]')) return
    event.preventDefault()
    target.click()
  })

  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const) {
    screen.addEventListener(type, (event) => {
      const elapsedTime = (event as AnimationEvent).elapsedTime
      backend.dispatch(event.target, type, { elapsedTime }, { originalEvent: event })
    })
  }
}

function isDisabled(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches('wx-button[aria-disabled="true"]'))
}

function mouseTouch(event: MouseEvent): Touch {
  const { clientX, clientY, pageX, pageY, screenX, screenY } = event
  return { identifier: 0, clientX, clientY, pageX, pageY, screenX, screenY, force: 1 } as Touch
}

function plainTouch(touch: Touch): Record<string, number> {
  const { identifier, clientX, clientY, pageX, pageY } = touch
  return { identifier, clientX, clientY, pageX, pageY, force: 1 }
}
