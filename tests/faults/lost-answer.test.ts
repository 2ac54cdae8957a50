import { expect, it } from 'vitest'
import type { Told } from './support/approving.ts'
import { approve, atOnce, phonesAt, wishesOf } from './support/approving.ts'
import { deafProxy } from './support/deaf-proxy.ts'
import { keptOf, sound } from './support/kept.ts'
import { prepared } from './support/prepared.ts'
import { serverOn } from './support/server.ts'
import { chance, tell, timeout, times } from './support/strength.ts'

const approvals = times(60, 600)

it(`${approvals} approvals, half of the answers lost on the way: a retry replays, one debit each`, { timeout }, async () => {
  const random = chance()
  const county = await prepared(approvals)
  const server = serverOn(county.dataDir)
  const phones = phonesAt(await deafProxy(await server.url(), () => random() < 0.5), county)
  const told: Told = new Map()
  const count = { approvals, tries: 0, replays: 0 }
  await atOnce(8, wishesOf(county), async (wish) => {
    for (let reply = null; reply === null;) {
      count.tries += 1
      reply = await approve(phones, wish, told)
      if (reply === null) continue
      expect(reply.status).toBe(201)
      if (reply.headers.get('idempotent-replayed')) count.replays += 1
    }
  })
  server.signal('SIGKILL')
  await server.ended
  expect(keptOf(county.path, told)).toMatchObject({ ...sound, grants: approvals })
  expect(count.replays).toBeGreaterThan(0)
  tell('answers lost', count)
})
