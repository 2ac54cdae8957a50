import { watch } from 'node:fs'

/** Runs `act` a moment after something under the folder was saved, never twice at once. */
export function watchSources(folder: string, act: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(act)
    }, 80)
  })
}
