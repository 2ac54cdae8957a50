import { keepFile } from '../files.ts'
import { Listeners } from './call.ts'
import { needPrivacy } from './privacy.ts'

/** Silence as one frame of MPEG-1 layer III at 128 kbit/s, 44.1 kHz. */
const silentFrame = new Uint8Array(417)
silentFrame.set([0xff, 0xfb, 0x90, 0x00])

const started = new Listeners<object>('recorder onStart')
const stopped = new Listeners<{ tempFilePath: string; duration: number; fileSize: number }>('recorder onStop')
const paused = new Listeners<object>('recorder onPause')
const resumed = new Listeners<object>('recorder onResume')
const failed = new Listeners<{ errMsg: string }>('recorder onError')
const framed = new Listeners<object>('recorder onFrameRecorded')
const interrupted = new Listeners<object>('recorder onInterruptionBegin')

let since = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** A recorder that records silence: enough to try "press and speak" without a microphone. */
export const recorder = {
  start({ duration = 60_000 }: { duration?: number } = {}): void {
    needPrivacy('RecorderManager.start').then(() => {
      since = Date.now()
      started.tell({})
      timer = setTimeout(recorder.stop, duration)
    }, (error: unknown) => failed.tell({ errMsg: `operateRecorder:fail ${(error as Error).message}` }))
  },
  stop(): void {
    if (since === 0) return
    clearTimeout(timer)
    const duration = Date.now() - since
    const frames = Array.from({ length: Math.max(1, Math.ceil(duration / 26)) }, () => silentFrame)
    const blob = new Blob(frames, { type: 'audio/mpeg' })
    since = 0
    stopped.tell({ tempFilePath: keepFile(blob, 'record.mp3'), duration, fileSize: blob.size })
  },
  pause: () => paused.tell({}),
  resume: () => resumed.tell({}),
  onStart: started.on, onStop: stopped.on, onPause: paused.on, onResume: resumed.on, onError: failed.on,
  onFrameRecorded: framed.on, onInterruptionBegin: interrupted.on, onInterruptionEnd: interrupted.on,
}
