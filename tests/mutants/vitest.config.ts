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

/** The tests that can kill: the quick ones first, then those that ask every rule for its reason. */
export const killers = [
  ...rooms('fund', ['freeze', 'dismiss', 'confirm', 'view', 'undo', 'order', 'own-money', 'desk', 'next-door', 'ledger', 'year-end']),
  ...rooms('grants', ['send', 'countersign', 'pay', 'cancel', 'stages', 'orders', 'decide', 'dead-ends']),
  ...rooms('explanations', ['accept', 'send-back', 'file', 'lapse']),
  ...rooms('settlement', ['list', 'claims']),
  ...rooms('cases', ['view', 'list', 'todo', 'chain', 'what-came-back']),
  'tests/journeys/house-fire.test.ts',
  'tests/rooms/the-schema-alone.test.ts',
  'tests/permissions.test.ts',
  'tests/invariants/append-only.test.ts',
  'tests/invariants/rows-put-back.test.ts',
  'tests/invariants/keys-put-back.test.ts',
  'tests/invariants/grant-put-back.test.ts',
  'tests/invariants/cancel-put-back.test.ts',
  'tests/invariants/balances-by-hand.test.ts',
  'tests/invariants/bent-entries.test.ts',
  'tests/invariants/facts-bound.test.ts',
  'tests/invariants/late-rows.test.ts',
  'tests/invariants/attacks.test.ts',
  'tests/invariants/put-back.test.ts',
  'tests/invariants/orders.test.ts',
  'tests/invariants/wider-chart.test.ts',
  'tests/audit/encoding.test.ts',
  'tests/invariants/acts.test.ts',
  'tests/invariants/who-may.test.ts',
]

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
