import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { Env } from '../../worker/edge/env.ts'
import host from '../../worker/index.ts'

test('cron makes the round on the database server: the lease is taken and left', async () => {
  await host.scheduled({}, env as unknown as Env)
  await host.scheduled({}, env as unknown as Env)
  await expect(host.scheduled({}, { ...env, LIBSQL_URL: 'http://behind.county.test' } as unknown as Env)).rejects.toThrow()
})
