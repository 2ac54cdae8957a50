import { expect, it } from 'vitest'
import type { Host } from '../support/host.ts'
import type { Told, Wish } from './support/approving.ts'
import { approve, atOnce, phonesAt, wishesOf } from './support/approving.ts'
import { keptOf, sound } from './support/kept.ts'
import { prepared } from './support/prepared.ts'
import { can, serverOn } from './support/server.ts'
import { tell, timeout, times } from './support/strength.ts'

const traced = can('strace', '-V')
const places = times(3, 60)
const spread = Array.from({ length: places }, (_, n) => times(2 + 7 * n, n + 1))
const broken = { status: 503, problem: { code: 'storage_broken' } }

/** The server of which the Nth such call fails with EIO (`7`), or the 7th and every later one (`7+`). */
const failing = (dataDir: string, calls: string, when: string) =>
  serverOn(dataDir, `strace -D -f -qq -o /dev/null -e trace=${calls} -e inject=${calls}:error=EIO:when=${when}`.split(' '))

/** One whose own start met the fault says so and ends; whoever watches it starts it again. */
async function addressOf(server: Host, dataDir: string): Promise<{ server: Host; url: string }> {
  const url = await server.url().catch(() => null)
  if (url) return { server, url }
  expect([await server.ended, server.said()]).toEqual([1, expect.stringContaining('没有启动:数据目录')])
  const again = serverOn(dataDir)
  return { server: again, url: await again.url() }
}

it.runIf(traced).each([
  ['sync', 'fsync,fdatasync', 1],
  ['write', 'pwrite64', 23],
])(`one %s fails (%s), in ${places} places (needs strace): 503, and the next write is served without a restart`, { timeout }, async (what, calls, step) => {
  const count = { places: 0, acknowledged: 0, refused: 0, lost: 0 }
  for (const n of spread) {
    const county = await prepared(64)
    const wishes = wishesOf(county)
    const told: Told = new Map()
    const { server, url } = await addressOf(failing(county.dataDir, calls, String(n * step)), county.dataDir)
    const phones = phonesAt(url, county)
    const refused: Wish[] = []
    await atOnce(2, wishes, async (wish) => {
      const reply = await approve(phones, wish, told)
      if (reply?.status === 201) return
      expect(reply).toMatchObject(broken)
      refused.push(wish)
    })
    for (const wish of refused) expect(await approve(phones, wish, told)).toMatchObject({ status: 201 })
    server.signal('SIGKILL')
    await server.ended
    const kept = keptOf(county.path, told)
    expect(kept, `${what} ${n * step}`).toMatchObject({ ...sound, grants: wishes.length })
    count.places += 1
    count.acknowledged += told.size
    count.refused += refused.length
    count.lost += kept.lost.length
  }
  expect(count.refused).toBeGreaterThan(0)
  tell(`one failing ${what}`, count)
})

it.runIf(traced)(`every sync fails from the Nth on, ${places} places (needs strace): nothing is acknowledged any more, reads go on`, { timeout }, async () => {
  const count = { places: 0, acknowledged: 0, refused: 0, lost: 0 }
  for (const n of spread) {
    const county = await prepared(64)
    const wishes = wishesOf(county)
    const told: Told = new Map()
    const { server, url } = await addressOf(failing(county.dataDir, 'fsync,fdatasync', `${n}+`), county.dataDir)
    const phones = phonesAt(url, county)
    const refused: Wish[] = []
    for (const wish of wishes.slice(0, n + 6)) {
      const reply = await approve(phones, wish, told)
      if (refused.length === 0 && reply?.status === 201) continue
      expect(reply, `after sync ${n}`).toMatchObject(broken)
      refused.push(wish)
    }
    expect((await phones[0]!.get(`/requests/${county.requests[0]}`)).status).toBe(200)
    server.signal('SIGKILL')
    await server.ended
    const healthy = serverOn(county.dataDir)
    const again = phonesAt(await healthy.url(), county)
    for (const wish of refused) expect(await approve(again, wish, told)).toMatchObject({ status: 201 })
    healthy.signal('SIGKILL')
    await healthy.ended
    const kept = keptOf(county.path, told)
    expect(kept, `sync ${n}`).toMatchObject({ ...sound, grants: told.size })
    count.places += 1
    count.acknowledged += told.size
    count.refused += refused.length
    count.lost += kept.lost.length
  }
  expect(count.refused).toBeGreaterThan(0)
  tell('no sync any more', count)
})
