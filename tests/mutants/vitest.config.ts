import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { allMutants, mutatedCode } from './all.ts'
import { doors, opened } from './doors.ts'
import { madeAgain, withMutants } from './typescript.ts'

/** Files without mutants whose constants hold those of a mutated one. */
const gathering = ['worker/grants/routes.ts', 'worker/app.ts']
const { code } = allMutants()

const mutants: Plugin = {
  name: 'mutants',
  enforce: 'pre',
  transform(source, id) {
    const file = relative(process.cwd(), id.split('?')[0] ?? '')
    if (mutatedCode.includes(file)) {
      const here = code.filter((mutant) => mutant.file === file).map(({ id: number, edit }) => ({ ...edit, id: number }))
      return { code: madeAgain(withMutants(readFileSync(file, 'utf8'), here)), map: null }
    }
    if (gathering.includes(file)) return { code: madeAgain(source), map: null }
    return doors[file] ? { code: opened(file, source), map: null } : undefined
  },
}

const rooms = (room: string, verbs: string[]) => verbs.map((verb) => `tests/rooms/${room}/${verb}.test.ts`)

const quick = [
  ...rooms('fund', ['freeze', 'dismiss', 'confirm', 'view', 'undo', 'order', 'own-money', 'desk', 'next-door', 'ledger', 'year-end']),
  ...rooms('grants', ['send', 'countersign', 'pay', 'cancel', 'stages', 'orders', 'decide', 'dead-ends']),
  ...rooms('explanations', ['accept', 'send-back', 'file', 'lapse']),
  ...rooms('settlement', ['list', 'claims']),
  ...rooms('cases', ['view', 'list', 'todo', 'chain', 'what-came-back']),
  'tests/journeys/house-fire.test.ts',
  'tests/permissions.test.ts',
]
/** What asks the schema row by row, in plain SQL. */
const plain = ['append-only', 'keys-put-back', 'rows-put-back', 'grant-put-back', 'cancel-put-back', 'balances-by-hand', 'bent-entries', 'facts-bound', 'late-rows', 'attacks']
  .map((name) => `tests/invariants/${name}.test.ts`)
const slow = ['tests/rooms/the-schema-alone.test.ts', ...['put-back', 'orders', 'wider-chart', 'acts', 'who-may'].map((name) => `tests/invariants/${name}.test.ts`)]
const { wanted = [] } = JSON.parse(process.env.XIANJIU_MUTANTS ?? '{}') as { wanted?: number[] }
const ofSchema = wanted.length > 0 && wanted.every((id) => id > 100_000)

/** The tests that can kill, those first that kill most for their time. */
export const killers = [...(ofSchema ? [...plain, ...quick] : [...quick, ...plain]), 'tests/audit/encoding.test.ts', ...slow]

export default defineConfig({
  plugins: [mutants],
  test: {
    runner: 'tests/mutants/runner.ts', include: killers, isolate: false, fileParallelism: false, maxWorkers: 1, testTimeout: 60_000,
    setupFiles: ['tests/support/setup.ts'], dangerouslyIgnoreUnhandledErrors: true,
    sequence: { sequencer: class { async shard<T>(files: T[]) { return files } async sort<T extends { moduleId: string }>(files: T[]) {
      const place = ({ moduleId }: T) => killers.findIndex((killer) => moduleId.endsWith(killer))
      return files.toSorted((a, b) => place(a) - place(b))
    } } },
  },
})
