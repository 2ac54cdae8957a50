/**
 * `npm run rekey -- --data DIR`: seals a stopped county anew with the first of FIELD_KEYS (`k2:NEW,k1:OLD`); without FIELD_KEYS a
 * demo gets a new key of its own. Broken off, it goes on where it was. Exit 0, or 1 with the reason.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLocal } from '../db/local.ts'
import { migrate } from '../db/migrate.ts'
import { CannotStart } from './host/cannot-start.ts'
import { diskFiles } from './host/disk-files.ts'
import { keepDemoKeys, newDemoKeys } from './host/keys.ts'
import { rekeyCounty } from './host/rekey.ts'
import { openRekeying } from './oversight/rekey.ts'
import type { Services } from './platform/index.ts'
import { canarySings, fieldCipher, statement } from './platform/index.ts'

const { values } = parseArgs({ options: { data: { type: 'string', default: process.env.DATA_DIR ?? './data' } } })
const path = join(values.data, 'county.db')
const say = (line: string) => process.stdout.write(`${line}\n`)
try {
  if (!existsSync(path)) throw new CannotStart(`没有数据:${path}`)
  migrate(path, new Date())
  const db = openLocal(path)
  try {
    const keys = process.env.FIELD_KEYS ?? newDemoKeys(values.data, process.env.CRYPTO_SUITE === 'sm' ? 'sm' : 'aes')
    const parts = keys.split(',')
    if (parts.length < 2) throw new CannotStart('换密钥要写两把:FIELD_KEYS=k2:新的,k1:旧的。新的在前面。')
    const services = servicesOf(db, keys)
    await requireStopped(services)
    await requireKeys(services, parts)
    const done = await rekeyCounty(services, keys, values.data, say)
    if (process.env.FIELD_KEYS === undefined) keepDemoKeys(values.data, parts[0] ?? '')
    say(`换好了:${done.rows} 行、${done.photos} 张照片都用 ${done.kid} 封存。`)
    say(`请把 FIELD_KEYS 改成只有 ${done.kid} 再启动。旧密钥只有旧备份还要用,备份到期后就可以销毁。`)
  } finally {
    await db.close()
  }
} catch (error) {
  process.stderr.write(`没有换完:${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

function servicesOf(db: Services['db'], keys: string): Services {
  const none = { base: '', appId: '', secret: '' }
  const files = diskFiles(join(values.data, 'files'))
  return { db, files, cipher: fieldCipher(keys), clock: () => new Date(), wechat: none, demo: null, log: () => {} }
}

/** A server that is at work holds the round's lease. */
async function requireStopped({ db, clock }: Services): Promise<void> {
  const [rows = []] = await db.read([statement("SELECT until_at FROM leases WHERE name = 'tick'")])
  if (String(rows[0]?.until_at ?? '') > clock().toISOString()) throw new CannotStart('服务好像还在运行。请先停下,一分钟后再试。')
}

/** The old key must be the county's, unless a change of keys is on its way: then some rows are already the new key's. */
async function requireKeys({ db, cipher }: Services, parts: string[]): Promise<void> {
  const [counties = [], open = []] = await db.read([statement('SELECT canary FROM county'), openRekeying])
  const canary = String(counties[0]?.canary ?? '')
  if (canarySings(fieldCipher(parts[0] ?? ''), canary)) throw new CannotStart('这个县已经在用第一把密钥,不用再换。')
  if (open.length === 0 && !canarySings(cipher, canary)) throw new CannotStart('后面的密钥不是这个县的。没有动数据。')
}
