import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { fieldKeys, newCounty } from '../support/county.ts'
import { startHost, until } from '../support/host.ts'
import { Phone } from '../support/phone.ts'

const program = fileURLToPath(new URL('../../preview/worker.ts', import.meta.url))

it('npm run dev:worker: the Workers host on a local county answers, knows who signs in, and leaves nothing running', async () => {
  const county = await newCounty()
  await county.services.db.close()
  const host = startHost({ DATA_DIR: county.dataDir, FIELD_KEYS: fieldKeys, PORT: '0' }, program)
  // told, not killed: it ends the wrangler that it started
  onTestFinished(async () => {
    host.signal('SIGTERM')
    await host.ended
  })
  const url = await host.url()
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  const leader = await Phone.signIn((request) => fetch(new Request(`${url}${new URL(request.url).pathname}`, request)), 't01-fenguan')
  expect((await leader.get('/session')).body).toMatchObject({ posts: [{ kind: 'deputy_leader' }] })
  host.signal('SIGTERM')
  expect(await host.ended).toBe(0)
  const closed = () => fetch(`${url}/healthz`).then(() => undefined, () => true)
  expect(await until(closed)).toBe(true)
})
