import { fileAddress } from '../files.ts'
import { Listeners } from './call.ts'

/** A player of voice and sound. */
export function createInnerAudioContext(): object {
  const player = new Audio()
  const events = { play: 'onPlay', pause: 'onPause', ended: 'onEnded', error: 'onError', timeupdate: 'onTimeUpdate' }
  const listeners = Object.entries(events).map(([event, name]) => {
    const list = new Listeners<object>(name)
    player.addEventListener(event, () => list.tell({}))
    return [[name, list.on], [name.replace('on', 'off'), list.off]] as const
  })
  const stopped = new Listeners<object>('onStop')
  return {
    ...Object.fromEntries(listeners.flat()), onStop: stopped.on, offStop: stopped.off,
    set src(path: string) {
      player.src = fileAddress(path)
    },
    get duration() {
      return Number.isFinite(player.duration) ? player.duration : 0
    },
    get currentTime() {
      return player.currentTime
    },
    get paused() {
      return player.paused
    },
    play: () => void player.play().catch(() => undefined),
    pause: () => player.pause(),
    seek: (seconds: number) => {
      player.currentTime = seconds
    },
    stop: () => {
      player.pause()
      stopped.tell({})
    },
    destroy: () => player.removeAttribute('src'),
  }
}
