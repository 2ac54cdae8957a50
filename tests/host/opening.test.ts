import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { openCounty } from '../../worker/host/county.ts'
import { healthRoutes } from '../../worker/host/health.ts'
import { newCounty } from '../support/county.ts'
import { newFolder } from '../support/host.ts'

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
/** The keys that test counties are founded with. */
const own = `k1:${key(7)}`

async function open(dataDir: string, settings: { demo?: boolean; fieldKeys?: string | null }): Promise<void> {
  const wechat = { base: '', appId: '', secret: '' }
  const services = await openCounty({
    dataDir, wechat, demo: true, fieldKeys: own, clock: () => new Date(), log: () => {}, ...settings,
  })
  await services.db.close()
}

async function closedCounty(change?: string): Promise<string> {
  const { services, dataDir } = await newCounty()
  if (change) await services.db.write([], () => ({ answer: undefined, statements: [{ sql: change, args: [] }] }))
  await services.db.close()
  return dataDir
}

it('a real county is not opened as a demo, nor a demo as a real county', async () => {
  const real = await closedCounty('UPDATE county SET demo = 0')
  await expect(open(real, {})).rejects.toThrow('这个数据目录是真实的县,不能当演示打开。请设 DEMO=0。')
  await open(real, { demo: false })
  const demo = await closedCounty()
  await expect(open(demo, { demo: false })).rejects.toThrow('这个数据目录是演示数据,不能用 DEMO=0 打开。')
  await open(demo, {})
})

it('other keys, a missing one or another order are noticed at the start; a new key in front is welcome', async () => {
  const dataDir = await closedCounty()
  const refused = 'FIELD_KEYS 不是这个县的密钥,或少了一把,或顺序变了。没有动数据。'
  for (const fieldKeys of [`k1:${key(8)}`, `k2:${key(8)}`, `k2:${key(7)}`, `${own},k2:${key(8)}`])
    await expect(open(dataDir, { fieldKeys }), fieldKeys).rejects.toThrow(refused)
  await open(dataDir, { fieldKeys: `k2:${key(8)},${own}` })
})

it('keys of a demo that went missing are not made anew', async () => {
  const dataDir = await closedCounty()
  await expect(open(dataDir, { fieldKeys: null })).rejects.toThrow(/里少了 demo-keys。请找回它,或设置 FIELD_KEYS。/)
  expect(existsSync(join(dataDir, 'demo-keys'))).toBe(false)
  writeFileSync(join(dataDir, 'demo-keys'), `${own}\n`)
  await open(dataDir, { fieldKeys: null })
})

it('a data folder that cannot be written is named', async () => {
  const file = join(newFolder(), 'a-file')
  writeFileSync(file, '')
  const said = /^数据目录 \S+ 不能写,请改 DATA_DIR 或它的权限\(ENOTDIR\)。$/
  await expect(open(join(file, 'data'), {})).rejects.toThrow(said)
})

it('a log without its county is somebody’s data: nothing is made over it', async () => {
  const dataDir = newFolder()
  writeFileSync(join(dataDir, 'county.db-wal'), 'the last grants of a county')
  await expect(open(dataDir, {})).rejects.toThrow('DATA_DIR 里有 county.db-wal 却没有 county.db,请先找回它。')
})

it('a file without a county, a broken one and one of another version are refused', async () => {
  const dataDir = newFolder()
  migrate(join(dataDir, 'county.db'), new Date(0))
  await expect(open(dataDir, { demo: true })).rejects.toThrow(/里的 county\.db 没有县。请给 DATA_DIR 换一个空文件夹。/)
  const broken = newFolder()
  writeFileSync(join(broken, 'county.db'), 'x'.repeat(8192))
  await expect(open(broken, {})).rejects.toThrow(/里的 county\.db 已损坏/)
  const changed = await closedCounty("UPDATE migrations SET sha256 = 'x' WHERE id = 1")
  await expect(open(changed, {})).rejects.toThrow(/^county\.db 不是这一版程序的数据\(DATA_DIR\)/)
})

it('a county is ready when rules are in force', async () => {
  const county = await newCounty()
  const ready = async () => (await healthRoutes(county.services).request('/readyz')).status
  expect(await ready()).toBe(200)
  county.services.log = () => {}
  county.setClock('2020-01-01T00:00:00.000Z')
  expect(await ready()).toBe(503)
})
