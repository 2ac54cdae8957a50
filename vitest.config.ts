import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const workers = 'tests/workers/vitest.config.ts'

/** Node and browser tests; the same app in workerd is a project of its own. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          // every test owns its county, so files may share what they import: half the time
          isolate: false,
          name: 'node', include: ['tests/**/*.test.ts'], exclude: ['tests/workers/**', 'tests/browser/**'],
          setupFiles: ['tests/support/setup.ts'], testTimeout: 60_000, hookTimeout: 60_000,
          // two workers on two cores: the group runs alone, so nothing else waits for them
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
      {
        test: {
          name: 'browser', include: ['tests/browser/*.test.ts'], setupFiles: ['tests/support/setup.ts'], testTimeout: 120_000, hookTimeout: 120_000,
          fileParallelism: false, sequence: { groupOrder: 1 },
        },
      },
      ...(existsSync(workers) ? [workers] : []),
    ],
  },
})
