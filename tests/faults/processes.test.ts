import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { migrations } from '../../db/migrate.ts'
import { verify } from '../../worker/oversight/verify.ts'
import { newFolder } from '../support/host.ts'
import type { Reply } from '../support/phone.ts'
import type { Told } from './support/approving.ts'
import { approve, phonesAt, wishesOf } from './support/approving.ts'
import { keptOf, sound } from './support/kept.ts'
import { prepared } from './support/prepared.ts'
import { serverOn } from './support/server.ts'
import { full, tell, timeout, times } from './support/strength.ts'

const rounds = times(1, 10)

it.each([2, 3])(`%i servers on one file, a fund for ten and fifty approvals, ${rounds} rounds: exactly ten`, { timeout }, async (processes) => {
  for (let round = 0; round < rounds; round += 1) {
    const { replies, kept } = await fiftyThrough(processes)
    expect(replies.filter((reply) => reply?.status === 201)).toHaveLength(10)
    const refused = replies.filter((reply) => reply?.status !== 201)
    expect(new Set(refused.map((reply) => reply?.problem.code))).toEqual(new Set(['fund_insufficient']))
    expect(kept).toMatchObject({ ...sound, grants: 10, availableFen: 0 })
  }
})

it('three servers under load: every refusal is one to try again, and trying again ends', { timeout }, async () => {
  const county = await prepared(times(200, 640))
  const { phones, end } = await serversOn(county, 3)
  const told: Told = new Map()
  let refusals = 0
  await Promise.all(wishesOf(county).map(async (wish, n) => {
    for (let reply = null; reply?.status !== 201;) {
      reply = await approve(phones[n % 3]!, wish, told)
      if (reply?.status === 201) return
      expect([reply?.status, reply?.headers.get('retry-after')]).toEqual([503, '2'])
      refusals += 1
    }
  }))
  await end()
  expect(keptOf(county.path, told)).toMatchObject({ ...sound, grants: county.requests.length })
  tell('three servers', { acknowledged: told.size, 'to try again': refusals })
})

it('three programs bring one file up at once: each step runs once', { timeout }, async () => {
  const path = join(newFolder(), 'county.db')
  const module = fileURLToPath(new URL('../../db/migrate.ts', import.meta.url))
  const program = `const { migrate } = await import(${JSON.stringify(module)}); console.log(migrate(${JSON.stringify(path)}, new Date()))`
  const ran = await Promise.all(Array.from({ length: 3 }, () => said(program)))
  expect(ran.reduce((sum, text) => sum + Number(text), 0)).toBe(migrations().length)
})

it.runIf(full)('two servers make one demo county at once, 6 rounds: one does, the other says why not (full run only)', { timeout }, async () => {
  for (let round = 0; round < 6; round += 1) {
    const dataDir = newFolder()
    const hosts = [serverOn(dataDir), serverOn(dataDir)]
    const urls = await Promise.all(hosts.map((host) => host.url().catch(() => null)))
    expect(urls.filter(Boolean).length).toBeGreaterThan(0)
    for (const [n, host] of hosts.entries()) if (!urls[n]) expect([await host.ended, host.said()]).toEqual([1, expect.stringContaining('另一个程序')])
    const next = serverOn(dataDir)
    await next.url()
    expect(verify(join(dataDir, 'county.db')).filter(({ bad }) => bad !== null)).toEqual([])
    for (const host of [...hosts, next]) host.signal('SIGKILL')
  }
})

async function fiftyThrough(processes: number) {
  const county = await prepared(50, 270_000)
  const { phones, end } = await serversOn(county, processes)
  const told: Told = new Map()
  const replies: (Reply | null)[] = await Promise.all(
    wishesOf(county, 'urgent', 270_000).map((wish, n) => approve(phones[n % processes]!, wish, told)))
  await end()
  return { replies, kept: keptOf(county.path, told) }
}

async function serversOn(county: Awaited<ReturnType<typeof prepared>>, processes: number) {
  const servers = Array.from({ length: processes }, () => serverOn(county.dataDir))
  const phones = await Promise.all(servers.map(async (server) => phonesAt(await server.url(), county)))
  const end = () => Promise.all(servers.map((server) => {
    server.signal('SIGTERM')
    return server.ended
  }))
  return { phones, end }
}

async function said(program: string): Promise<string> {
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => { text += part })
  await once(child, 'close')
  return text
}
