import { seededRandom } from '../worker/host/random.ts'

/** Everything that a run does follows from one seed. */
export class Random {
  readonly #next: () => number

  constructor(seed: number) {
    this.#next = seededRandom(seed)
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.#next() * (max - min + 1))
  }

  chance(percent: number): boolean {
    return this.#next() * 100 < percent
  }

  pick<One>(many: readonly One[]): One {
    const one = many[this.int(0, many.length - 1)]
    if (one === undefined) throw new Error('there is nothing to pick from')
    return one
  }

  /** One of several, each as likely as its weight says. */
  weighted<One>(many: readonly (readonly [One, number])[]): One {
    let rest = this.#next() * many.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [one, weight] of many) {
      rest -= weight
      if (rest < 0) return one
    }
    return many.at(-1)![0]
  }
}
