import type { Plan, Row, Statement } from './database.ts'
import { statement } from './database.ts'
import type { LocalConnection } from './local-connection.ts'

type Job = {
  facts: Statement[]
  plan: (rows: Row[][]) => Plan<unknown>
  resolve: (answer: never) => void
  reject: (reason: unknown) => void
  waitUntil: number
}
type Outcome = { job: Job; answer?: unknown; error?: unknown }

const begin = statement('BEGIN IMMEDIATE')
const commit = statement('COMMIT')
const rollback = statement('ROLLBACK')
const savepoint = statement('SAVEPOINT request')
const release = statement('RELEASE request')
const undo = statement('ROLLBACK TO request')

const groupMax = 64
/** A COMMIT costs as much as five requests: for the company of lately so long is waited without anybody new. */
const gatherMs = 1

/**
 * The one writer of a file: a queue, `BEGIN IMMEDIATE`, a savepoint per request, one COMMIT for the group, and an
 * answer only after it. The stock client loses acknowledged writes after one SQLITE_BUSY (libsql-client-ts#352).
 */
export class LocalWriter {
  readonly #connection: LocalConnection
  readonly #patienceMs: number
  readonly #queue: Job[] = []
  #awake = false
  #gathering: NodeJS.Timeout | undefined
  #company = 1
  #idle: (() => void)[] = []
  /** Why the group at work cannot be committed any more. */
  #broken: unknown
  #trusted = true

  /** A lock held by somebody else for longer than `patienceMs` is answered with `busy`. */
  constructor(connection: LocalConnection, patienceMs: number) {
    this.#connection = connection
    this.#patienceMs = patienceMs
  }

  write<Answer>(facts: Statement[], plan: (rows: Row[][]) => Plan<Answer>): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.#queue.push({
        facts,
        plan,
        resolve: resolve as Job['resolve'],
        reject,
        waitUntil: Date.now() + this.#patienceMs,
      })
      this.#gather()
    })
  }

  /** Resolves when every queued write has its answer. */
  settled(): Promise<void> {
    if (!this.#awake && this.#queue.length === 0) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  /** Who was just answered often comes again: a group begins when as many are there as lately, or when nobody new comes. */
  #gather(): void {
    clearTimeout(this.#gathering)
    if (this.#queue.length >= this.#company) this.#wake(0)
    else this.#gathering = setTimeout(() => this.#wake(0), gatherMs)
  }

  #wake(afterMs: number): void {
    if (this.#awake) return
    this.#awake = true
    if (afterMs > 0) setTimeout(() => this.#work(), afterMs)
    else setImmediate(() => this.#work())
  }

  #work(): void {
    this.#awake = false
    clearTimeout(this.#gathering)
    this.#company = Math.max(Math.min(this.#queue.length, groupMax), this.#company >> 1)
    try {
      if (!this.#trusted) this.#connection.reopen()
      this.#trusted = true
      this.#connection.run(begin)
    } catch (error) {
      this.#distrust(error)
      return this.#wait(error)
    }
    this.#broken = undefined
    const outcomes = this.#queue.splice(0, groupMax).map((job) => this.#attempt(job))
    this.#finish(outcomes)
    if (this.#queue.length > 0) this.#wake(0)
    else for (const idle of this.#idle.splice(0)) idle()
  }

  #attempt(job: Job): Outcome {
    if (this.#broken !== undefined) return { job, error: this.#broken }
    try {
      this.#connection.run(savepoint)
      const { statements, answer } = job.plan(job.facts.map((fact) => this.#connection.run(fact)))
      for (const step of statements) this.#connection.run(step)
      this.#connection.run(release)
      return { job, answer }
    } catch (error) {
      this.#undo(error)
      return { job, error }
    }
  }

  /** Takes one request out of its group. Where SQLite has rolled back by itself (disk full, disk broken) the group is lost. */
  #undo(error: unknown): void {
    try {
      this.#connection.run(undo)
      this.#connection.run(release)
    } catch (lost) {
      this.#broken = codeOf(error).startsWith('SQLITE_') ? error : lost
    }
  }

  #finish(outcomes: Outcome[]): void {
    const lost = this.#commit(outcomes.every((outcome) => outcome.error !== undefined))
    for (const { job, answer, error } of outcomes) {
      // what was refused beside a lost write was judged by it
      if (error !== undefined || lost !== undefined) job.reject(lost ?? error)
      else job.resolve(answer as never)
    }
  }

  /** Returns why the whole group is lost, or undefined. */
  #commit(nothingDone: boolean): unknown {
    try {
      if (this.#broken !== undefined) throw this.#broken
      this.#connection.run(nothingDone ? rollback : commit)
      return undefined
    } catch (error) {
      this.#distrust(error)
      return error
    }
  }

  /**
   * A lock and a full disk leave the connection sound. After anything else it may remember what the disk does not hold:
   * the next write opens it anew and reads what is there, so that a passing fault needs no restart.
   */
  #distrust(error: unknown): void {
    this.#trusted &&= /^SQLITE_(BUSY|FULL)/.test(codeOf(error))
    try {
      if (this.#connection.inTransaction) this.#connection.run(rollback)
    } catch {
      this.#trusted = false
    }
  }

  /** Somebody else holds the file: the queue waits its turn without blocking the process. */
  #wait(error: unknown): void {
    const busy = codeOf(error).startsWith('SQLITE_BUSY')
    const now = Date.now()
    for (let index = this.#queue.length - 1; index >= 0; index -= 1) {
      const job = this.#queue[index]
      if (!job || (busy && job.waitUntil > now)) continue
      this.#queue.splice(index, 1)
      job.reject(error)
    }
    if (this.#queue.length > 0) this.#wake(15)
    else for (const idle of this.#idle.splice(0)) idle()
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
