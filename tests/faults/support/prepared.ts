import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { acceptedCrowd } from '../../support/crowd.ts'

/** A county's folder as a server finds it: many accepted requests in township 4, and who may approve them, signed in. */
export type Prepared = { dataDir: string; path: string; requests: string[]; leaders: { openid: string; token: string }[] }

const made = new Map<string, Promise<Prepared>>()

/** A copy of its own, in `dataDir` or a new folder; the first of a size takes seconds, the next milliseconds. */
export async function prepared(count: number, askedFen = 1_000, dataDir = mkdtempSync(join(tmpdir(), 'xianjiu-fault-'))): Promise<Prepared> {
  const size = count <= 64 ? 64 : 640
  const name = `${size} x ${askedFen}`
  const known = made.get(name) ?? make(size, askedFen)
  made.set(name, known)
  const base = await known
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  cpSync(base.dataDir, dataDir, { recursive: true })
  return { ...base, requests: base.requests.slice(0, count), dataDir, path: join(dataDir, 'county.db') }
}

async function make(count: number, askedFen: number): Promise<Prepared> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xianjiu-prepared-'))
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  const county = await newCounty(new Date().toISOString())
  const requests = await acceptedCrowd(county, count, askedFen)
  const leaders = await Promise.all(['t04-fenguan', 't04-zhuyao'].map(async (openid) => ({ openid, token: (await county.phone(openid)).token })))
  await county.services.db.close()
  cpSync(county.dataDir, dataDir, { recursive: true })
  return { dataDir, path: join(dataDir, 'county.db'), requests, leaders }
}
