import { appendFileSync } from 'node:fs'
import { LocalConnection } from '../../db/local-connection.ts'
import type { RunnerTestCase } from 'vitest'
import { TestRunner } from 'vitest'
import { allMutants, migrationOf, patchOf } from './all.ts'
import { keep } from './kept.ts'
import type { Mutant } from './mutant.ts'
import { overlap } from './mutant.ts'

type Awake = { ids: Set<number>; mutants: Mutant[]; patch: string[] }
type Marks = { testing: boolean; awake: Awake; hit: Set<number>; onImport: Set<number>; said: Set<string>; words: Set<string> }
/** What `onTestFinished` of this attempt is to close. */
type Finishing = { onFinished?: ((context: unknown) => Promise<void>)[] }

const asleep: Awake = { ids: new Set(), mutants: [], patch: [] }
const marks: Marks = { testing: false, awake: asleep, hit: new Set(), onImport: new Set(), said: new Set(), words: new Set() }

Object.assign(globalThis, {
  mutantAwake: (id: number) => {
    const where = marks.testing ? marks.hit : marks.onImport
    where.add(id)
    return marks.awake.ids.has(id)
  },
  /** A fresh copy of a county, before anybody opens it. */
  mutantCounty: (path: string) => {
    if (marks.awake.patch.length === 0) return
    const connection = new LocalConnection(path, 'writer')
    for (const sql of marks.awake.patch) connection.exec(sql)
    connection.close()
  },
  mutantMigration: (file: string) => migrationOf(marks.awake.mutants, Number(file.slice(0, 4))),
})

/** Overhears what a test says in SQL, and with which words it is refused. */
const { values } = LocalConnection.prototype
LocalConnection.prototype.values = function overheard(statement) {
  if (/^\s*(INSERT|REPLACE|UPDATE|DELETE|WITH)/.test(statement.sql)) marks.said.add(statement.sql)
  for (const arg of statement.args) if (typeof arg === 'string' && arg.length < 20) marks.words.add(arg)
  try {
    return values.call(this, statement)
  } catch (error) {
    marks.words.add(String((error as Error).message))
    throw error
  }
}

/** `wanted`: the ids to try. `alone`: one at a time, where two together might hide each other. */
const { wanted = [], alone = false } = JSON.parse(process.env.XIANJIU_MUTANTS ?? '{}') as { wanted?: number[]; alone?: boolean }
const { code, schema } = allMutants()
const all = [...code, ...schema]
const asked = new Set(wanted)
const alive = new Map(all.filter(({ id }) => asked.has(id)).map((mutant) => [mutant.id, mutant]))
/** Asks each post of each move: slow, and no news for other rules. */
const aboutMoves = /who-may/
/** Plain SQL on one county: they see of our code only what the quick ones have seen. */
const aboutSchema = /\/(put-back|cancel-put-back|balances-by-hand|bent-entries|wider-chart|late-rows|attacks|acts)\.test/
const asks = (file: string, mutant: Mutant) =>
  aboutMoves.test(file) ? mutant.file.includes('/0005-') : !aboutSchema.test(file) || mutant.schema !== null
/** The same test on another engine, and those that take long for what they see. */
const again = /^(libsql on the file|libSQL over HTTP)|moves nothing|nothing moves|one SQLite under|a thousand random/
let size = 4

/** Runs each test as it is; then with the mutants that it can see and that are still alive, several at once where few die. */
export default class MutantRunner extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const name = [test.suite?.name, test.name].filter(Boolean).join(' ')
    if (again.test(name) || ![...alive.values()].some((mutant) => asks(test.file.name, mutant))) return
    for (const seen of [marks.hit, marks.said, marks.words]) seen.clear()
    const problem = await this.#attempt(test, asleep)
    if (problem !== null) throw new Error(`fails without any mutant: ${String(problem)}`)
    const [hit, said, words] = [new Set(marks.hit), [...marks.said].join(';\n'), new Set(marks.words)]
    const files = new Set(code.filter(({ id }) => hit.has(id)).map(({ file }) => file))
    const visible = [...alive.values()].filter((mutant) => asks(test.file.name, mutant)).filter((mutant) => mutant.schema === null
      ? hit.has(mutant.id) || (marks.onImport.has(mutant.id) && files.has(mutant.file))
      : (mutant.reach?.test(said) ?? true) && (mutant.about.length === 0 || mutant.about.some((word) => words.has(word))))
    const seen = visible.length
    const queue = shuffled(visible)
    const began = Date.now()
    let attempts = 0
    const killIn = async (group: Mutant[]): Promise<boolean> => {
      attempts += 1
      const patch = patchFor(group)
      const failure = patch ? await this.#attempt(test, { ids: new Set(group.map(({ id }) => id)), mutants: group, patch }) : 'no SQL'
      if (failure === null) return false
      const [one, other] = group
      if (one && other) {
        const half = group.length >> 1
        for (const part of [group.slice(0, half), group.slice(half)]) await killIn(part)
      } else if (one) {
        alive.delete(one.id)
        keep(all, one, patch ? `${test.file.name}: ${name}` : null)
      }
      return true
    }
    while (queue.length > 0) size = (await killIn(taken(queue, alone ? 1 : size))) ? Math.max(2, size >> 1) : Math.min(48, size * 2)
    const seconds = Math.round((Date.now() - began) / 100) / 10
    appendFileSync('.cache/mutants/tests.log', `${seen} seen, ${attempts} attempts, ${alive.size} alive, ${seconds} s  ${test.file.name}: ${name}\n`)
  }

  async #attempt(test: RunnerTestCase, awake: Awake): Promise<unknown> {
    marks.awake = awake
    const constant = awake.mutants.some(({ id }) => marks.onImport.has(id))
    let failure: unknown = null
    try {
      // a constant that cannot even be made is noticed as well
      if (constant) makeAgain()
      marks.testing = true
      await TestRunner.getTestFn(test)()
    } catch (error) {
      failure = error ?? 'thrown'
    }
    const spied = console.error as unknown as { mock?: { calls: unknown[] }; mockClear?: () => void }
    failure ??= test.result?.errors?.[0] ?? (spied.mock?.calls.length ? 'console.error' : null)
    spied.mockClear?.()
    if (test.result) Object.assign(test.result, { state: 'run', errors: undefined })
    for (const finish of ((test as Finishing).onFinished ?? []).toReversed()) await finish(test.context)
    Object.assign(test, { onFinished: [], onFailed: [] })
    marks.testing = false
    marks.awake = asleep
    if (constant) makeAgain()
    return failure
  }
}

function makeAgain(): void {
  for (const again of (globalThis as { mutantAgain?: (() => void)[] }).mutantAgain ?? []) again()
}

/** The next ones that do not overlap: one inside another would never be reached. */
function taken(queue: Mutant[], most: number): Mutant[] {
  const group: Mutant[] = []
  for (let at = 0; at < queue.length && group.length < most;) {
    const one = queue[at]!
    if (group.some((other) => overlap(one, other))) at += 1
    else group.push(...queue.splice(at, 1))
  }
  return group
}

let turn = 0

/** In another company each time: two that hide each other meet by chance only. */
function shuffled(mutants: Mutant[]): Mutant[] {
  turn += 1
  const place = ({ id }: Mutant) => (Math.imul(id + turn * 7919, 2_654_435_761) >>> 0) % 1_000_003
  return mutants.toSorted((a, b) => place(a) - place(b))
}

/** Null where one of them is no SQL. */
function patchFor(group: Mutant[]): string[] | null {
  try {
    return patchOf(group)
  } catch {
    return null
  }
}
