import { randomBytes } from 'node:crypto'
import { copyFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { LocalConnection } from '../../db/local-connection.ts'
import type { Row } from '../../worker/platform/index.ts'
import { sha256 } from '../../worker/platform/index.ts'
import { unpack } from '../../worker/host/backup/unpack.ts'
import { fieldKeys, newCounty } from '../support/county.ts'
import type { Crew } from '../support/crew.ts'
import { crewOf } from '../support/crew.ts'
import { newFolder, startHost, until } from '../support/host.ts'
import { Phone } from '../support/phone.ts'
import { decision, idOf, pixel } from '../support/steps.ts'
import { runProgram } from '../support/program.ts'

const rowsOf = (path: string, sql: string): Row[] => {
  const connection = new LocalConnection(path, 'reader')
  try { return connection.run({ sql, args: [] }) } finally { connection.close() }
}
const doorTo = (url: string) => (request: Request) => {
  const { pathname, search } = new URL(request.url)
  return fetch(new Request(`${url}${pathname}${search}`, request))
}
const serverOn = async (dataDir: string) => {
  const host = startHost({ DATA_DIR: dataDir, FIELD_KEYS: fieldKeys, PORT: '0', TICK_SECONDS: '0' })
  return { host, url: await host.url() }
}

it('a backup made while eight townships approve over HTTP comes back whole, and the county goes on from it', async () => {
  const county = await newCounty(new Date().toISOString())
  const dataDir = newFolder()
  await county.services.db.close()
  copyFileSync(county.path, join(dataDir, 'county.db'))
  const { host, url } = await serverOn(dataDir)
  const overHttp = { ...county, phone: (openid: string) => Phone.signIn(doorTo(url), openid) }
  const crews = await Promise.all(Array.from({ length: 8 }, (_, index) => crewOf(overHttp, index + 1)))

  const acknowledged: string[] = []
  let going = true
  const approving = crews.map(async (crew) => {
    while (going) acknowledged.push((await crew.granted({ amountFen: 100 }, { photoIds: [await photoOf(crew)] })).grant)
  })
  await until(() => (acknowledged.length >= 16 ? true : undefined))
  const before = [...acknowledged]
  const file = join(newFolder(), 'xianjiu.tar.gz')
  const backup = await runProgram('backup', ['--data', dataDir, '--to', file]).ended
  const during = acknowledged.length - before.length
  going = false
  await Promise.all(approving)
  expect(backup.said).toMatch(/^备份好了:[\s\S]*已打开检查[\s\S]*没有字段密钥/)
  expect(backup.code).toBe(0)
  expect(during, 'approvals went on during the backup').toBeGreaterThan(0)
  host.signal('SIGTERM')
  expect(await host.ended).toBe(0)

  const restoredDir = join(newFolder(), 'data')
  const restore = await runProgram('restore', ['--from', file, '--data', restoredDir]).ended
  expect(restore.said).toMatch(/^恢复好了:[\s\S]*全部相符/)
  expect(restore.code).toBe(0)
  expect(readdirSync(restoredDir).toSorted()).toEqual(['county.db', 'files'])
  const restored = join(restoredDir, 'county.db')
  const grants = new Set(rowsOf(restored, 'SELECT id FROM grants').map(({ id }) => id))
  expect(before.filter((id) => !grants.has(id))).toEqual([])
  expect(grants.size).toBeLessThan(acknowledged.length)

  const { facts } = await unpack(file, () => null)
  const places = rowsOf(restored, 'SELECT fund_code, place, sum(fen) AS fen FROM balances GROUP BY fund_code, place')
  expect(places.map(({ fund_code: code, place, fen }) => [code, place, fen]).toSorted()).toEqual(
    facts.funds.flatMap(({ code, fen }) => Object.entries(fen).map(([place, sum]) => [code, place, sum])).toSorted())
  expect(facts.totals.grantedFen).toBe(grants.size * 100)
  const live = join(dataDir, 'county.db')
  for (const { code, entries, head } of facts.funds)
    expect(rowsOf(live, `SELECT hash FROM entries WHERE fund_code = '${code}' AND seq = ${entries}`)).toEqual([{ hash: head }])

  const second = await serverOn(restoredDir)
  const leader = await Phone.signIn(doorTo(second.url), 't01-zhuyao')
  const photos = rowsOf(restored, `SELECT e.id, e.sha256 FROM evidence e JOIN request_photos p ON p.evidence_id = e.id
    JOIN requests q ON q.id = p.request_id WHERE q.township_code = '990101001'`)
  expect(photos.length).toBeGreaterThan(0)
  for (const { id, sha256: hash } of photos) {
    const shown = await fetch(`${second.url}/api/evidence/${String(id)}`, { headers: { authorization: `Bearer ${leader.token}` } })
    expect(sha256(new Uint8Array(await shown.arrayBuffer()))).toBe(hash)
  }
  const onward = await crewOf({ ...county, phone: (openid: string) => Phone.signIn(doorTo(second.url), openid) }, 1)
  expect((await onward.deputy.post(`/requests/${await onward.accepted()}/grant`, decision({ amountFen: 100 }))).status).toBe(201)
  expect(readdirSync(dirname(file))).toEqual([basename(file)])
})

/** Each is another picture: what stands behind a PNG's end does not matter to anybody. */
const photoOf = async (crew: Crew): Promise<string> =>
  idOf(await crew.coordinator.photo(Uint8Array.from([...pixel, ...randomBytes(8)])), 'evidenceId')
