import { randomUUID } from 'node:crypto'
import { demoPin } from '../../db/seed/people.ts'
import type { Problem } from '../../worker/contract/index.ts'

export type Reply = { status: number; body: Record<string, unknown>; problem: Problem; headers: Headers }
type Door = (request: Request) => Response | Promise<Response>

/** Somebody's phone: signs in through WeChat's sandbox and speaks JSON, with a fresh key for each action. */
export class Phone {
  readonly openid: string
  readonly #door: Door
  #token: string

  private constructor(door: Door, openid: string, token: string) {
    this.#door = door
    this.openid = openid
    this.#token = token
  }

  static async signIn(door: Door, openid: string): Promise<Phone> {
    const phone = new Phone(door, openid, '')
    await phone.signInAgain()
    return phone
  }

  /** An officer who has given the PIN already: for tests that count what an act alone asks of the database. */
  static async proven(door: Door, openid: string): Promise<Phone> {
    const phone = await Phone.signIn(door, openid)
    await phone.post('/session/second', { pin: demoPin })
    return phone
  }

  /** Somebody who signed in before, at another door of the same county. */
  static signedIn(door: Door, openid: string, token: string): Phone {
    return new Phone(door, openid, token)
  }

  /** Somebody who has not signed in. */
  static stranger(door: Door): Phone {
    return new Phone(door, 'nobody', '')
  }

  async signInAgain(): Promise<void> {
    this.#token = ''
    const { status, body } = await this.post('/sessions', { code: `demo-${this.openid}` })
    if (status !== 201) throw new Error(`${this.openid} could not sign in: ${JSON.stringify(body)}`)
    this.#token = String(body.token)
  }

  get token(): string {
    return this.#token
  }

  get(path: string): Promise<Reply> {
    return this.send('GET', path)
  }

  post(path: string, body: unknown, key: string = randomUUID()): Promise<Reply> {
    return this.send('POST', path, JSON.stringify(body), { 'idempotency-key': key })
  }

  put(path: string, body: unknown, key: string = randomUUID()): Promise<Reply> {
    return this.send('PUT', path, JSON.stringify(body), { 'idempotency-key': key })
  }

  photo(bytes: Uint8Array, key: string = randomUUID()): Promise<Reply> {
    return this.send('POST', '/evidence', bytes, { 'idempotency-key': key, 'content-type': 'application/octet-stream' })
  }

  /** A file of rows. */
  file(path: string, bytes: Uint8Array, key: string = randomUUID()): Promise<Reply> {
    return this.send('POST', path, bytes, { 'idempotency-key': key, 'content-type': 'application/octet-stream' })
  }

  /** Asked for the PIN of the demo's people, the phone gives it and sends the same again. */
  async send(method: string, path: string, body?: string | Uint8Array, headers: Record<string, string> = {}): Promise<Reply> {
    const reply = await this.sendOnce(method, path, body, headers)
    if (reply.problem.code !== 'second_factor_needed') return reply
    const pin = JSON.stringify({ pin: demoPin })
    const given = await this.sendOnce('POST', '/session/second', pin, { 'idempotency-key': randomUUID() })
    // somebody new in office sets it first
    if (given.problem.code === 'pin_unset') await this.sendOnce('PUT', '/session/pin', pin, { 'idempotency-key': randomUUID() })
    return this.sendOnce(method, path, body, headers)
  }

  /** Once, whatever the answer is. */
  async sendOnce(method: string, path: string, body?: string | Uint8Array, headers: Record<string, string> = {}): Promise<Reply> {
    const response = await this.#door(new Request(`http://county.test/api${path}`, {
      method, body: typeof body === 'string' ? body : body ? Uint8Array.from(body) : null,
      headers: { 'content-type': 'application/json', ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}), ...headers },
    }))
    const type = response.headers.get('content-type') ?? ''
    const json = type.includes('json') ? (await response.json()) as Record<string, unknown> : {}
    return { status: response.status, body: json, problem: json as unknown as Problem, headers: response.headers }
  }
}
