/** Who may write now: one stream at a time, first come, first served. */
export class Turn {
  readonly #waiting: ((granted: boolean) => void)[] = []
  #taken = false

  /** False when the turn did not come within `patienceMs`. */
  take(patienceMs: number): Promise<boolean> {
    if (!this.#taken) {
      this.#taken = true
      return Promise.resolve(true)
    }
    return new Promise((resolve) => {
      const answer = (granted: boolean) => {
        clearTimeout(timer)
        resolve(granted)
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(answer), 1)
        answer(false)
      }, patienceMs)
      this.#waiting.push(answer)
    })
  }

  give(): void {
    const next = this.#waiting.shift()
    if (next) next(true)
    else this.#taken = false
  }
}
