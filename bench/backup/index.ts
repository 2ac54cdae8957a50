import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildServer } from '../../preview/build/server.ts'
import { copy, median, round2 } from '../approve/index.ts'
import { overHttp } from '../approve/over-http.ts'
import { prepareCounty } from '../approve/prepare.ts'
import type { Result } from '../result.ts'

const connections = 8
type Made = { ms: number; bytes: number }

/** What a backup costs the county it is made of: whole approvals at 8 connections, alone and beside one backup after the other. */
export async function benchBackup({ count, rounds }: { count: number; rounds: number }): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-bench-'))
  try {
    await buildServer(fileURLToPath(new URL('../../', import.meta.url)))
    const prepared = await prepareCounty(folder, count)
    const [alone, beside]: Awaited<ReturnType<typeof overHttp>>[][] = [[], []]
    const made: Made[] = []
    for (let round = 0; round < rounds; round += 1) {
      alone?.push(await overHttp(copy(prepared.path, folder), prepared, connections))
      const dataDir = copy(prepared.path, folder)
      const backup = async () => void made.push(await backUp(dataDir, folder))
      beside?.push(await overHttp(dataDir, prepared, connections, backup))
    }
    const rest = await backUp(copy(prepared.path, folder), folder)
    const of = (runs: typeof alone = [], what: 'perSecond' | 'p99Ms') => median(runs.map((run) => run[what]))
    const ms = made.map((one) => one.ms)
    return {
      name: 'backup',
      numbers: {
        ratio: round2(of(beside, 'perSecond') / of(alone, 'perSecond')),
        perSecond: Math.round(of(beside, 'perSecond')),
        alonePerSecond: Math.round(of(alone, 'perSecond')),
        p99Ms: round2(of(beside, 'p99Ms')),
        aloneP99Ms: round2(of(alone, 'p99Ms')),
        backups: made.length,
        backupMs: median(ms),
        slowestMs: Math.max(...ms),
        restMs: rest.ms,
        bytes: rest.bytes,
        databaseBytes: statSync(prepared.path).size,
        count,
        rounds,
      },
      lines: [
        `${count} approvals, ${connections} connections, median of ${rounds} rounds, ${availableParallelism()} cores, Node ${process.version}`,
        `alone            ${Math.round(of(alone, 'perSecond'))}/s   p99 ${of(alone, 'p99Ms').toFixed(1)} ms`,
        `beside backups   ${Math.round(of(beside, 'perSecond'))}/s   p99 ${of(beside, 'p99Ms').toFixed(1)} ms`,
        `a backup         ${median(ms)} ms under load (${made.length}, slowest ${Math.max(...ms)}), ${rest.ms} ms at rest, checked`,
        `its size         ${(rest.bytes / 1e6).toFixed(1)} MB of a ${(statSync(prepared.path).size / 1e6).toFixed(1)} MB county`,
        `ratio            ${(of(beside, 'perSecond') / of(alone, 'perSecond')).toFixed(2)}`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function backUp(dataDir: string, folder: string): Promise<Made> {
  const program = fileURLToPath(new URL('../../dist/server/backup.js', import.meta.url))
  const to = join(folder, 'xianjiu.tar.gz')
  const child = spawn(process.execPath, [program, '--data', dataDir, '--to', to, '--json', '--replace'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`backup ended with ${code}`)
  return JSON.parse(text) as Made
}
