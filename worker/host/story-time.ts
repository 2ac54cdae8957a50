import type { Actor } from './actor.ts'

type Waiting = { at: Date; go: () => void }

/**
 * Many stories told side by side, each step at its own time: a step waits until every story stands still and no earlier
 * step is left. So a ledger made of many cases still grows in order of time.
 */
export class StoryTime {
  readonly #waiting: Waiting[] = []
  readonly #told: Promise<void>[] = []
  #moving = 0

  tell(story: () => Promise<void>): void {
    this.#moving += 1
    this.#told.push(story().finally(() => this.#stand()))
  }

  /** The same person, whose every act waits for its time. */
  inTime(actor: Actor): Actor {
    return async (action, at, verb) => {
      await this.#until(at)
      return actor(action, at, verb)
    }
  }

  async ended(): Promise<void> {
    await Promise.all(this.#told)
  }

  #until(at: Date): Promise<void> {
    const turn = new Promise<void>((go) => this.#waiting.push({ at, go }))
    this.#stand()
    return turn
  }

  #stand(): void {
    this.#moving -= 1
    if (this.#moving > 0) return
    this.#waiting.sort((left, right) => right.at.getTime() - left.at.getTime())
    const next = this.#waiting.pop()
    if (!next) return
    this.#moving += 1
    next.go()
  }
}
