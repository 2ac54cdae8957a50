import { Phone } from '../tests/support/phone.ts'
import type { Who } from './people.ts'
import { people } from './people.ts'

const sessionMs = 12 * 3_600_000

/** One phone each. It signs in again by itself, as the mini-program does, unless it is told to sleep. */
export class Phones {
  readonly #door: (request: Request) => Response | Promise<Response>
  readonly #clock: () => number
  readonly #phones = new Map<Who, Phone>()
  readonly #until = new Map<Who, number>()

  constructor(door: (request: Request) => Response | Promise<Response>, clock: () => number) {
    this.#door = door
    this.#clock = clock
  }

  async of(who: Who, asleep: boolean): Promise<Phone> {
    const phone = this.#phones.get(who) ?? Phone.signedIn(this.#door, people[who].openid, '')
    this.#phones.set(who, phone)
    const awake = (this.#until.get(who) ?? 0) > this.#clock()
    if (who !== 'nobody' && !asleep && !awake) await this.signIn(who)
    return phone
  }

  async signIn(who: Who): Promise<void> {
    await (await this.of(who, true)).signInAgain()
    this.#until.set(who, this.#clock() + sessionMs)
  }
}
