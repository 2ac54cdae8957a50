import { appendFileSync, readFileSync } from 'node:fs'
import { LocalConnection } from '../../db/local-connection.ts'
import type { RunnerTestCase } from 'vitest'
import { TestRunner } from 'vitest'
import { allMutants, patchOf } from './all.ts'
import type { Mutant } from './mutant.ts'

type Awake = { mutant: Mutant | null; patch: string[] }
type Marks = { testing: boolean; awake: Awake; hit: Set<number>; onImport: Set<number>; said: Set<string>; words: Set<string> }

const { out = '', only = '', from = '', every = 1 } = JSON.parse(process.env.XIANJIU_MUTANTS ?? '{}') as { out?: string; only?: string; from?: string; every?: number }
/** What `onTestFinished` of this attempt is to close. */
type Finishing = { onFinished?: ((context: unknown) => Promise<void>)[] }
const asleep: Awake = { mutant: null, patch: [] }
const marks: Marks = { testing: false, awake: asleep, hit: new Set(), onImport: new Set(), said: new Set(), words: new Set() }

Object.assign(globalThis, {
  mutantAwake: (id: number) => {
    const where = marks.testing ? marks.hit : marks.onImport
    where.add(id)
    return marks.awake.mutant?.id === id
  },
  /** A fresh copy of a county, before anybody opens it. */
  mutantCounty: (path: string) => {
    if (marks.awake.patch.length === 0) return
    const connection = new LocalConnection(path, 'writer')
    for (const sql of marks.awake.patch) connection.exec(sql)
    connection.close()
  },
  mutantMigration: (file: string) => (marks.awake.mutant && marks.awake.mutant.file.endsWith(file) ? marks.awake.mutant.migration : null),
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

const tried = new Set<number>(from === '' ? [] : readFileSync(from, 'utf8').trim().split('\n').map(Number))
const wanted = (mutant: Mutant) => (only === '' || new RegExp(only).test(mutant.file)) && mutant.id % every === 0 && !tried.has(mutant.id)
const { code, schema } = allMutants()
const alive = new Map([...code, ...schema].filter(wanted).map((mutant) => [mutant.id, mutant]))
/** Asks each post of each move: slow, and no news for other rules. */
const aboutMoves = /who-may/
/** After so many tests that met it and did not mind, it counts as a survivor. */
const patience = 40
const met = new Map<number, number>()
const note = (line: object) => appendFileSync(out, `${JSON.stringify(line)}\n`)
const again = /^(libsql on the file|libSQL over HTTP)|moves nothing|nothing moves|one SQLite under|a thousand random/

/** Runs each test as it is; then once for each mutant that it can see and that is still alive. */
export default class MutantRunner extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const name = [test.suite?.name, test.name].filter(Boolean).join(' ')
    if (again.test(name)) return
    for (const seen of [marks.hit, marks.said, marks.words]) seen.clear()
    const problem = await this.#attempt(test, asleep)
    if (problem !== null) throw new Error(`fails without any mutant: ${String(problem)}`)
    const [hit, said, words] = [new Set(marks.hit), [...marks.said].join(';\n'), new Set(marks.words)]
    const files = new Set(code.filter(({ id }) => hit.has(id)).map(({ file }) => file))
    const visible = [...alive.values()].filter((mutant) => mutant.migration === null
      ? hit.has(mutant.id) || (marks.onImport.has(mutant.id) && files.has(mutant.file))
      : (mutant.reach?.test(said) ?? true) && (mutant.about.length === 0 || mutant.about.some((word) => words.has(word))))
    for (const mutant of visible) {
      const survived = met.get(mutant.id) ?? 0
      if ((survived >= patience && !/permissions/.test(test.file.name)) || (aboutMoves.test(test.file.name) && !mutant.file.includes('/0005-'))) continue
      met.set(mutant.id, survived + 1)
      const patch = patchFor(mutant)
      const failure = patch ? await this.#attempt(test, { mutant, patch }) : 'no SQL'
      if (failure === null) continue
      alive.delete(mutant.id)
      note(patch ? { killed: mutant.id, by: `${test.file.name}: ${name}` } : { invalid: mutant.id })
    }
    note({ test: name, tried: visible.length, alive: alive.size, at: new Date().toISOString() })
  }

  async #attempt(test: RunnerTestCase, awake: Awake): Promise<unknown> {
    marks.awake = awake
    const constant = marks.onImport.has(awake.mutant?.id ?? 0)
    if (constant) makeAgain()
    marks.testing = true
    let failure: unknown = null
    try {
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

const patches = new Map<number, string[] | null>()

function patchFor(mutant: Mutant): string[] | null {
  if (mutant.migration === null) return []
  const known = patches.get(mutant.id)
  if (known !== undefined) return known
  let patch: string[] | null = null
  try {
    patch = patchOf(mutant)
  } catch { /* not SQL */ }
  patches.set(mutant.id, patch)
  return patch
}
