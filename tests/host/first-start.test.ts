import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LocalConnection } from '../../db/local-connection.ts'
import { migrate } from '../../db/migrate.ts'
import { townshipSeeds } from '../../db/seed/places.ts'
import { verify } from '../../worker/oversight/verify.ts'
import { newFolder, startHost, takePort, until } from '../support/host.ts'

it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('%s during the first start leaves no county at all', async (name) => {
  const dataDir = newFolder()
  const host = startHost({ DATA_DIR: dataDir, PORT: '0' })
  const draft = join(dataDir, 'county.db.seeding')
  await until(() => halfSeeded(draft))
  host.signal(name)
  expect(await host.ended).toBe(name === 'SIGKILL' ? name : 0)
  expect(readdirSync(dataDir).filter((file) => /^county\.db(-wal|-shm)?$/.test(file))).toEqual([])
  expect(count(draft, 'journal')).toBeGreaterThan(0)
})

it('the next start makes the demo anew and whole; until then it says come again', async () => {
  const dataDir = newFolder()
  const draft = join(dataDir, 'county.db.seeding')
  migrate(draft, new Date(0))
  writeFileSync(`${draft}-wal`, 'left by somebody who was killed')
  const { port, leave } = await takePort()
  await leave()
  const host = startHost({ DATA_DIR: dataDir, PORT: String(port) })
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
  const page = await until(() => ask('/desk').catch(() => undefined))
  expect([page.status, page.headers.get('refresh'), await page.text()]).toEqual([503, '2', '先救正在准备数据,请稍等几秒。'])
  const api = await ask('/api/townships')
  expect([api.status, (await api.json()).code, api.headers.get('retry-after')]).toEqual([503, 'behind', '2'])
  expect([(await ask('/healthz')).status, (await ask('/readyz')).status]).toEqual([200, 503])
  await host.url()
  expect([(await ask('/readyz')).status, (await ask('/api/townships')).status]).toEqual([200, 200])
  host.signal('SIGTERM')
  expect(await host.ended).toBe(0)
  const path = join(dataDir, 'county.db')
  expect(count(path, 'requests')).toBeGreaterThan(townshipSeeds.length * 11)
  expect(verify(path).filter(({ bad }) => bad !== null)).toEqual([])
  expect(readdirSync(dataDir).filter((file) => file.includes('seed'))).toEqual([])
})

/** Nobody else may open a file that is being seeded, so its growth is watched: an empty one is a fifth of this. */
function halfSeeded(draft: string): true | undefined {
  const log = statSync(`${draft}-wal`, { throwIfNoEntry: false })
  return log && log.size > 1_500_000 ? true : undefined
}

function count(path: string, table: string): number {
  const reader = new LocalConnection(path, 'reader')
  const [row] = reader.run({ sql: `SELECT count(*) AS n FROM ${table}`, args: [] })
  reader.close()
  return Number(row?.n)
}
