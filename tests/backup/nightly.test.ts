import { copyFileSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LocalConnection } from '../../db/local-connection.ts'
import { expired, nightlyBackup } from '../../worker/host/nightly-backup.ts'
import type { Finding } from '../../worker/host/nightly-verify.ts'
import { nightlyVerify } from '../../worker/host/nightly-verify.ts'
import { restoreBackup } from '../../worker/host/backup/restore.ts'
import { addDays } from '../../worker/platform/index.ts'
import { tick } from '../../worker/rounds/index.ts'
import { fieldKeys, fundCode, newCounty } from '../support/county.ts'
import { newFolder, startHost, until } from '../support/host.ts'
import { findings, livedCounty, tamper } from '../support/tamper.ts'

const detailOf = (row: Record<string, unknown> | undefined) => JSON.parse(String(row?.detail)) as Record<string, unknown>
const nobody = async () => {}

it('every night the county is verified and backed up, each in a process of its own, and the backup comes back', async () => {
  const county = await livedCounty()
  const backupDir = join(newFolder(), 'backups')
  const config = { dataDir: county.dataDir, fieldKeys, backupDir }
  const done = await tick(county.services, [nightlyVerify(config, nobody), nightlyBackup(config)])
  expect(done?.map(({ task, outcome }) => [task, outcome])).toEqual([['verify', 'done'], ['backup', 'done']])
  const [verified, backedUp] = await county.rows("SELECT detail FROM rounds ORDER BY task DESC")
  expect(detailOf(verified)).toMatchObject({ found: 0, findings: [] })
  expect(detailOf(backedUp)).toMatchObject({ file: 'xianjiu-2026-09-28.tar.gz', missing: 0, dropped: 0 })
  expect(readdirSync(backupDir)).toEqual(['xianjiu-2026-09-28.tar.gz'])
  const { report } = await restoreBackup(join(backupDir, 'xianjiu-2026-09-28.tar.gz'), join(newFolder(), 'data'), new Date())
  expect(report.filter(({ bad }) => bad !== null)).toEqual([])
  expect(findings(county.path)).toEqual([])
})

it('what the night finds is told with its fund, written down and not tried again that day', async () => {
  const county = await livedCounty()
  tamper(county.path, 'entries', "UPDATE entries SET day = '2026-09-27' WHERE event = 'paid'")
  const told: Finding[] = []
  const task = nightlyVerify({ dataDir: county.dataDir, fieldKeys }, async (_, found) => { told.push(...found) })
  expect((await tick(county.services, [task]))?.[0]).toMatchObject({ outcome: 'done' })
  expect(told).toContainEqual({
    check: 'every entry is chained to the one before it', bad: expect.stringMatching(/^fund F990101001 entry \d+: was changed$/), fund: fundCode(1),
    funds: [fundCode(1)] })
  const [row] = await county.rows('SELECT detail FROM rounds')
  expect(detailOf(row)).toMatchObject({ found: told.length, findings: told.slice(0, 5).map(({ check, bad, fund }) => ({ check, bad, fund })) })
  expect(await tick(county.services, [task])).toEqual([])
})

it('a backup that cannot be made says why, spoils nothing, and is tried again', async () => {
  const county = await newCounty()
  const services = { ...county.services, log: (line: Record<string, unknown>) => { county.logged.push(line) } }
  const backupDir = join(newFolder(), 'backups')
  writeFileSync(backupDir, 'a file where the folder should be')
  const task = (dataDir: string, to: string) => nightlyBackup({ dataDir, backupDir: to })
  expect(await tick(services, [task(county.dataDir, backupDir)])).toEqual([{ task: 'backup', outcome: 'failed', detail: { error: 'EEXIST' } }])
  const elsewhere = newFolder()
  expect(await tick(services, [task(elsewhere, elsewhere)])).toEqual([{ task: 'backup', outcome: 'failed', detail: { error: 'wrong_folder' } }])
  expect(JSON.stringify(county.logged)).toContain('里没有 county.db,不是数据目录')
  expect((await tick(services, [task(county.dataDir, elsewhere)]))?.[0]?.outcome).toBe('done')
})

it('fourteen days are kept and the last of each month; what is not ours is left alone', async () => {
  const names = Array.from({ length: 120 }, (_, ago) => `xianjiu-${addDays('2026-09-28', -ago)}.tar.gz`)
  const gone = expired([...names, 'xianjiu-2020-01-01.tar.gz.txt', 'letter.txt'], '2026-09-28')
  const kept = names.filter((name) => !gone.includes(name)).map((name) => name.slice(8, 18))
  expect(kept.slice(0, 14)).toEqual(Array.from({ length: 14 }, (_, ago) => addDays('2026-09-28', -ago)))
  expect(kept.slice(14)).toEqual(['2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31'].filter((day) => names.some((name) => name.includes(day))))
  expect(gone.every((name) => names.includes(name))).toBe(true)
  expect(expired(['xianjiu-2026-03-05.tar.gz', 'xianjiu-2026-03-09.tar.gz'], '2026-09-28')).toEqual(['xianjiu-2026-03-05.tar.gz'])

  const county = await newCounty()
  const backupDir = newFolder()
  const [killed, atWork] = ['a.making', 'b.making'].map((name) => join(backupDir, name))
  for (const name of [killed, atWork]) mkdirSync(String(name))
  utimesSync(String(killed), new Date(0), new Date(0))
  for (const name of ['xianjiu-2026-03-05.tar.gz', 'xianjiu-2026-03-09.tar.gz', 'letter.txt']) writeFileSync(join(backupDir, name), '')
  await tick(county.services, [nightlyBackup({ dataDir: county.dataDir, backupDir })])
  expect(readdirSync(backupDir).toSorted()).toEqual(
    ['b.making', 'letter.txt', 'xianjiu-2026-03-09.tar.gz', 'xianjiu-2026-09-28.tar.gz'])
})

it('of two processes on one county only one makes each round; told to stop, both end well', async () => {
  const county = await newCounty(new Date().toISOString())
  await county.services.db.close()
  const dataDir = newFolder()
  copyFileSync(county.path, join(dataDir, 'county.db'))
  const env = { DATA_DIR: dataDir, FIELD_KEYS: fieldKeys, PORT: '0', TICK_SECONDS: '1' }
  const hosts = [startHost(env), startHost(env)]
  await Promise.all(hosts.map((host) => host.url()))
  const connection = new LocalConnection(join(dataDir, 'county.db'), 'reader')
  const rows = () => connection.run({ sql: 'SELECT task, outcome FROM rounds ORDER BY task, id', args: [] })
  const taken = () => String(connection.run({ sql: 'SELECT taken_at FROM leases', args: [] })[0]?.taken_at)
  await until(() => (rows().some(({ task }) => task === 'backup') ? true : undefined))
  const last = taken()
  await until(() => (taken() > last ? true : undefined))
  const nightly = rows().filter(({ task }) => task === 'verify' || task === 'backup')
  connection.close()
  expect(nightly).toEqual([{ task: 'backup', outcome: 'done' }, { task: 'verify', outcome: 'done' }])
  expect(readdirSync(join(dataDir, 'backups')).filter((name) => name.startsWith('xianjiu-'))).toHaveLength(1)
  const said = hosts.map((host) => host.said()).join('')
  expect(said.match(/"did":"round: backup"/g)).toHaveLength(1)
  for (const host of hosts) host.signal('SIGTERM')
  expect(await Promise.all(hosts.map((host) => host.ended))).toEqual([0, 0])
})
