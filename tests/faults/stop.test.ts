import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Host } from '../support/host.ts'
import { until } from '../support/host.ts'
import { outsideProgram } from '../support/outside.ts'
import type { Told } from './support/approving.ts'
import { approve, atOnce, phonesAt, wishesOf } from './support/approving.ts'
import { keptOf, sound } from './support/kept.ts'
import { prepared } from './support/prepared.ts'
import { serverOn } from './support/server.ts'
import { chance, tell, timeout, times } from './support/strength.ts'

const rounds = times(2, 40)

it('told to stop while approvals wait for the file: each is answered, new ones are refused, then it ends with 0', { timeout }, async () => {
  const county = await prepared(64)
  const server = serverOn(county.dataDir)
  const url = await server.url()
  const phones = phonesAt(url, county)
  const told: Told = new Map()
  const outside = outsideProgram(county.path)
  await outside.run('BEGIN IMMEDIATE')
  const [late, ...wishes] = wishesOf(county)
  const underway = wishes.slice(0, 16).map((wish) => approve(phones, wish, told))
  // whoever asks after them and has an answer knows that they have arrived
  for (let n = 0; n < 3; n += 1) await phones[0]!.get(`/requests/${county.requests[0]}`)
  server.signal('SIGTERM')
  await until(() => fetch(`${url}/healthz`).then(() => undefined, () => true as const))
  const refused = await approve(phones, late!, told)
  await outside.run('COMMIT')
  expect((await Promise.all(underway)).map((reply) => reply?.status)).toEqual(underway.map(() => 201))
  expect(refused?.status).not.toBe(201)
  expect(await endOf(server)).toBe(0)
  expect(keptOf(county.path, told)).toMatchObject({ ...sound, grants: 16 })
})

it(`told to stop under 16 writers, ${rounds} rounds: ends with 0, and what was acknowledged is there`, { timeout }, async () => {
  const random = chance()
  const count = { rounds: 0, acknowledged: 0, 'refused or cut': 0, lost: 0 }
  for (; count.rounds < rounds; count.rounds += 1) {
    const county = await prepared(640)
    const server = serverOn(county.dataDir)
    const phones = phonesAt(await server.url(), county)
    const told: Told = new Map()
    let over = false
    const writing = atOnce(16, wishesOf(county), async (wish) => {
      const reply = await approve(phones, wish, told)
      if (reply?.status === 201) return
      count['refused or cut'] += 1
      expect([undefined, 503]).toContain(reply?.status)
    }, () => over)
    await until(() => (told.size > 0 ? true : undefined))
    await pause(random() * 400)
    server.signal('SIGTERM')
    expect(await endOf(server)).toBe(0)
    over = true
    await writing
    const kept = keptOf(county.path, told)
    expect(kept, `round ${count.rounds}`).toMatchObject({ ...sound, grants: told.size })
    count.acknowledged += told.size
    count.lost += kept.lost.length
  }
  tell('SIGTERM', count)
})

/** What it ended with; one that hangs is killed, and then it is not 0. */
async function endOf(server: Host): Promise<number | NodeJS.Signals> {
  const guard = setTimeout(() => server.signal('SIGKILL'), 10_000)
  const code = await server.ended
  clearTimeout(guard)
  return code
}
