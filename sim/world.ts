import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { founded, openCounty } from '../tests/support/founded.ts'
import type { Phone, Reply } from '../tests/support/phone.ts'
import { createApp } from '../worker/app.ts'
import type { Services } from '../worker/platform/index.ts'
import { ProblemError } from '../worker/platform/index.ts'
import { countyTasks, tick } from '../worker/rounds/index.ts'
import type { Ids } from './calls.ts'
import { callOf, payoutId, photoBytes, photoName } from './calls.ts'
import type { Who } from './people.ts'
import { Phones } from './phones.ts'
import type { Act, Step } from './step.ts'
import { appointPeople, freeze, lapse } from './timer.ts'

/** Power and disks fail elsewhere (`npm run test:faults`): here a file in memory will do, where there is one. */
const shelf = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** What came back: null = it worked, else the problem's code. */
export type Answer = { code: string | null; status: number; body: Record<string, unknown>; strange: string | null }

/** The real app on a county's file of its own, under a clock that the trace moves. */
export class World {
  readonly path: string
  readonly services: Services
  readonly errors: string[] = []
  readonly ids: Ids = {}
  now: number
  readonly #phones: Phones
  #keys = 0

  private constructor(path: string, at: string) {
    this.path = path
    this.now = Date.parse(at)
    const logged: Record<string, unknown>[] = []
    const push = (line: Record<string, unknown>) => {
      if (line.error !== undefined) this.errors.push(String(line.error))
    }
    this.services = { ...openCounty(path, join(path, '..'), () => new Date(this.now), logged), log: push }
    const app = createApp({ services: () => this.services, checkAnswers: true })
    this.#phones = new Phones((request) => app.fetch(request), () => this.now)
  }

  static async open(at: string, spoil?: (path: string) => void): Promise<World> {
    const path = join(mkdtempSync(join(shelf, 'xianjiu-sim-')), 'county.db')
    copyFileSync(await founded(at), path)
    spoil?.(path)
    const world = new World(path, at)
    // the day before: a clock that is set back does not take their posts away
    await appointPeople(world.services, new Date(world.now - 86_400_000))
    return world
  }

  async close(): Promise<void> {
    await this.services.db.close()
    rmSync(join(this.path, '..'), { recursive: true, force: true })
  }

  async do(step: Exclude<Step, { do: 'both' }>): Promise<Answer> {
    if ('who' in step) return this.#act(step)
    if (step.do === 'wait') this.now += step.minutes * 60_000
    try {
      if (step.do === 'round') await tick(this.services, countyTasks)
      if (step.do === 'lapse') await lapse(this.services, payoutId(this.ids, step.payout))
      if (step.do === 'freeze' || step.do === 'thaw') await freeze(this.services, step.do === 'thaw')
      return { code: null, status: 200, body: {}, strange: null }
    } catch (error) {
      if (error instanceof ProblemError) return { code: error.code, status: 409, body: {}, strange: null }
      throw error
    }
  }

  /** Somebody's phone, signed in unless it sleeps through its session's end. */
  phone(who: Who, stale = false): Promise<Phone> {
    return this.#phones.of(who, stale)
  }

  async #act(step: Act): Promise<Answer> {
    if (step.do === 'signIn') return this.#signInStep(step)
    const phone = await this.phone(step.who, step.stale)
    if (step.do === 'hand' && step.photo !== null) {
      const photo = await phone.photo(photoBytes(step.photo), this.#key())
      if (photo.status >= 300) return answerOf(photo)
      this.ids[photoName(step)] = String(photo.body.evidenceId)
    }
    const { method, path, body } = callOf(step, this.ids)
    const key = this.#key()
    const send = () => phone.send(method, path, body && JSON.stringify(body), method === 'GET' ? {} : { 'idempotency-key': key })
    const replies = step.twice ? await Promise.all([send(), send()]) : [await send(), ...(step.lost ? [await send()] : [])]
    const answer = answerOf(replies.at(-1)!)
    this.#remember(step, answer.body)
    const said = new Set(replies.map((reply) => JSON.stringify(reply.status < 300 ? reply.body : reply.problem.code)))
    return { ...answer, strange: said.size > 1 ? `the same key was answered differently: ${[...said].join(' and ')}` : null }
  }

  async #signInStep(step: Extract<Act, { do: 'signIn' }>): Promise<Answer> {
    if (step.fault === 'none' && step.who !== 'nobody') {
      await this.#phones.signIn(step.who)
      return { code: null, status: 201, body: {}, strange: null }
    }
    const phone = await this.#phones.of(step.who, true)
    const { base } = this.services.wechat
    if (step.fault === 'unreachable') this.services.wechat.base = 'http://127.0.0.1:9'
    const { path, body } = callOf(step, this.ids)
    const reply = await phone.send('POST', path, JSON.stringify(body))
    this.services.wechat.base = base
    return answerOf(reply)
  }

  #remember(step: Act, body: Record<string, unknown>): void {
    const id = body.grantId ?? body.claimId ?? body.proposalId ?? body.id
    if ('name' in step && typeof id === 'string') this.ids[step.name] = id
    if (step.do === 'accept' && typeof body.householdId === 'string' && step.household === null)
      this.ids[`home of ${step.request}`] ??= body.householdId
  }

  #key(): string {
    this.#keys += 1
    return `sim-key-${String(this.#keys).padStart(8, '0')}`
  }
}

function answerOf({ status, body, problem }: Reply): Answer {
  return { code: status < 300 ? null : problem.code, status, body, strange: null }
}
