import { expect, it } from 'vitest'
import type { Told } from './support/approving.ts'
import { approve, phonesAt, wishesOf } from './support/approving.ts'
import { keptOf, sound } from './support/kept.ts'
import { prepared } from './support/prepared.ts'
import { serverOn } from './support/server.ts'
import { tell, timeout, times } from './support/strength.ts'

const clients = 500
const rounds = times(1, 10)

it(`${clients} phones come back at once, each with a key it sent before the server was killed, ${rounds} rounds: all are answered`, { timeout }, async () => {
  const count = { rounds, replays: 0, 'new grants': 0, 'to try again': 0, lost: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const county = await prepared(clients)
    const wishes = wishesOf(county)
    const told: Told = new Map()
    const first = serverOn(county.dataDir)
    const before = phonesAt(await first.url(), county)
    await Promise.all(wishes.slice(0, 100).map((wish) => approve(before, wish, told)))
    first.signal('SIGKILL')
    await first.ended
    const server = serverOn(county.dataDir)
    const phones = phonesAt(await server.url(), county)
    await Promise.all(wishes.map(async (wish) => {
      for (let reply = null; reply?.status !== 201;) {
        reply = await approve(phones, wish, told)
        if (reply?.status === 201) count[reply.headers.get('idempotent-replayed') ? 'replays' : 'new grants'] += 1
        else expect([reply?.status, reply?.headers.get('retry-after')]).toEqual([503, '2'])
        if (reply?.status === 503) count['to try again'] += 1
      }
    }))
    server.signal('SIGKILL')
    await server.ended
    const kept = keptOf(county.path, told)
    expect(kept).toMatchObject({ ...sound, grants: clients })
    count.lost += kept.lost.length
  }
  expect(count.replays).toBe(100 * rounds)
  tell('storm', count)
})
