import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Host } from '../support/host.ts'
import { pixel } from '../support/steps.ts'
import type { Told, Wish } from './support/approving.ts'
import { approve, atOnce, phonesAt, wishesOf } from './support/approving.ts'
import { keptOf, sound } from './support/kept.ts'
import type { Prepared } from './support/prepared.ts'
import { prepared } from './support/prepared.ts'
import { can, serverOn } from './support/server.ts'
import { tell, timeout } from './support/strength.ts'

const requests = 200
const megabyte = 1_048_576
const canMount = process.getuid?.() === 0 && can('sh', '-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=1m none $d && umount $d && rmdir $d')

it.runIf(canMount)('a disk runs full and is made larger (needs root): 503 storage_full, reads go on, writes come back without a restart', { timeout }, async () => {
  const disk = smallDisk()
  const county = await prepared(requests, 1_000, join(disk.folder, 'data'))
  disk.resize(used(county.dataDir) + 1.5 * megabyte)
  const server = serverOn(county.dataDir)
  const story = await filled(server, county)
  expect(story.codes).toEqual(new Set(['storage_full']))
  const photo = await story.phones[0]!.photo(Buffer.concat([pixel, Buffer.alloc(2 * megabyte)]))
  expect(photo).toMatchObject({ status: 503, problem: { code: 'storage_full' } })
  expect(readdirSync(join(county.dataDir, 'files'), { recursive: true }).filter((name) => String(name).includes('.'))).toEqual([])
  disk.resize(64 * megabyte)
  await healed(server, county, story)
})

it.runIf(can('prlimit', '-V'))('a file may not grow and then may again (needs prlimit): 503, reads go on, writes come back without a restart', { timeout }, async () => {
  const county = await prepared(requests)
  const server = serverOn(county.dataDir, ['prlimit', `--fsize=${1.5 * megabyte}:unlimited`])
  const story = await filled(server, county)
  expect(story.codes).toEqual(new Set(['storage_broken']))
  execFileSync('prlimit', ['--pid', String(server.pid), '--fsize=unlimited:unlimited'])
  await healed(server, county, story)
})

type Story = { phones: ReturnType<typeof phonesAt>; told: Told; refused: Wish[]; codes: Set<string> }

/** Approves until everything is asked for: from some moment on all is refused, and what is on file can be read. */
async function filled(server: Host, county: Prepared): Promise<Story> {
  const phones = phonesAt(await server.url(), county)
  const told: Told = new Map()
  const refused: Wish[] = []
  const codes = new Set<string>()
  await atOnce(8, wishesOf(county), async (wish) => {
    const reply = await approve(phones, wish, told)
    if (reply?.status === 201) return
    expect(reply?.status).toBe(503)
    codes.add(reply!.problem.code)
    refused.push(wish)
  })
  expect(refused.length).toBeGreaterThan(20)
  expect(told.size).toBeGreaterThan(0)
  expect((await phones[0]!.get(`/requests/${county.requests[0]}`)).status).toBe(200)
  return { phones, told, refused, codes }
}

async function healed(server: Host, county: Prepared, { phones, told, refused }: Story): Promise<void> {
  const before = told.size
  await atOnce(8, refused, async (wish) => expect(await approve(phones, wish, told)).toMatchObject({ status: 201 }))
  server.signal('SIGKILL')
  await server.ended
  expect(keptOf(county.path, told)).toMatchObject({ ...sound, grants: requests })
  tell('no room', { acknowledged: before, refused: refused.length, lost: 0 })
}

const used = (folder: string) => readdirSync(folder, { recursive: true }).reduce((sum, name) => sum + statSync(join(folder, String(name))).size, 0)

function smallDisk(): { folder: string; resize(bytes: number): void } {
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'none', folder])
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder])
    rmdirSync(folder)
  })
  return { folder, resize: (bytes) => { execFileSync('mount', ['-o', `remount,size=${Math.ceil(bytes)}`, folder]) } }
}
