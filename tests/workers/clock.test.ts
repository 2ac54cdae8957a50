import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { Env } from '../../worker/edge/env.ts'
import host from '../../worker/index.ts'
import { phone } from './support/worker.ts'

test('cron makes the round on the database server, and the desk is told that backups are the server’s affair', async () => {
  await host.scheduled({}, env as unknown as Env)
  await host.scheduled({}, env as unknown as Env)
  const { body } = await (await phone('county-xitong')).get('/system')
  expect(body).toMatchObject({ onServer: true, tick: { at: expect.any(String) as string, late: false }, backup: null, findings: null })
  expect((body.tasks as { task: string }[]).map(({ task }) => task)).not.toContain('backup')
  await expect(host.scheduled({}, { ...env, LIBSQL_URL: 'http://behind.county.test' } as unknown as Env)).rejects.toThrow()
})
