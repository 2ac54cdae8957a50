import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { migrations } from '../../db/migrate.ts'
import { migrationsExpected } from '../../worker/edge/migrations.ts'

test('the Worker knows how many migrations this code was written for', () => {
  expect(migrationsExpected).toBe(migrations().length)
})

test('the Worker is tested with the runtime it is deployed with', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  const date = /compatibility_date = "([\d-]+)"/.exec(read('wrangler.toml'))?.[1] ?? 'none'
  expect(read('tests/workers/vitest.config.ts')).toContain(`compatibilityDate: '${date}'`)
})
