import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newFolder } from '../support/host.ts'
import type { Told } from './support/approving.ts'
import { approve, atOnce, phonesAt, wishesOf } from './support/approving.ts'
import { keptOf, sound } from './support/kept.ts'
import { Disk, eventsOf, recorded } from './support/power.ts'
import { prepared } from './support/prepared.ts'
import { can, serverOn } from './support/server.ts'
import { chance, tell, timeout, times } from './support/strength.ts'

const approvals = times(48, 400)
const cuts = times(6, 200)

it.runIf(can('strace', '-V'))(`the power fails at ${cuts} moments and takes what was not synced (needs strace): each grant that was told is there`, { timeout }, async () => {
  const random = chance()
  const county = await prepared(approvals)
  const disk = new Disk({ 'county.db': readFileSync(county.path) })
  const told: Told = new Map()
  const server = serverOn(county.dataDir, recorded(county.dataDir))
  const phones = phonesAt(await server.url(), county)
  await atOnce(8, wishesOf(county), (wish) => approve(phones, wish, told))
  server.signal('SIGKILL')
  await server.ended
  const events = await eventsOf(county.dataDir)
  const moments = new Set(Array.from({ length: cuts }, () => Math.floor(random() * events.length)))
  const answered = new Set<string>()
  const count = { approvals: told.size, cuts: 0, 'told before a cut': 0, lost: 0 }
  for (const [n, event] of events.entries()) {
    disk.take(event)
    if ('grant' in event) answered.add(event.grant)
    if (!moments.has(n)) continue
    const folder = newFolder()
    disk.cut(folder, random)
    const kept = keptOf(join(folder, 'county.db'), new Map([...told].filter(([, grant]) => answered.has(grant))))
    expect(kept, `cut after event ${n} of ${events.length}`).toMatchObject(sound)
    count.cuts += 1
    count['told before a cut'] += answered.size
    count.lost += kept.lost.length
  }
  expect(answered.size).toBe(approvals)
  expect(count['told before a cut']).toBeGreaterThan(0)
  tell('power', count)
})
