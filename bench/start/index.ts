import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { buildServer } from '../../preview/build/server.ts'
import { copy, median } from '../approve/index.ts'
import { fieldKeys, prepareCounty } from '../approve/prepare.ts'
import { filedCounty } from '../filed/index.ts'
import type { Result } from '../result.ts'

type Started = { ms: number; megabytes: number }

/** From the command to the first 200 of `/readyz`, and the memory two seconds later: many grants on file, and none. */
export async function benchStart({ rounds, grants }: { rounds: number; grants: number }): Promise<Result> {
  const many = grants || 1_000_000
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-bench-'))
  try {
    await buildServer(fileURLToPath(new URL('../../', import.meta.url)))
    const filed = mkdtempSync(join(folder, 'filed-'))
    symlinkSync(await filedCounty(many), join(filed, 'county.db'))
    const empty = copy((await prepareCounty(folder, 0)).path, folder)
    const runs: Record<'filed' | 'empty', Started[]> = { filed: [], empty: [] }
    for (let round = 0; round < rounds; round += 1) {
      runs.empty.push(await start(empty))
      runs.filed.push(await start(filed))
    }
    const of = (side: Started[], what: keyof Started) => Math.round(median(side.map((run) => run[what])))
    return {
      name: 'start',
      numbers: {
        grants: many,
        readyMs: of(runs.filed, 'ms'),
        emptyReadyMs: of(runs.empty, 'ms'),
        idleMegabytes: of(runs.filed, 'megabytes'),
        emptyIdleMegabytes: of(runs.empty, 'megabytes'),
        rounds,
      },
      lines: [
        `median of ${rounds} rounds, ${availableParallelism()} cores, Node ${process.version}`,
        `${many} grants on file   ready in ${of(runs.filed, 'ms')} ms   idle ${of(runs.filed, 'megabytes')} MB`,
        `none on file   ready in ${of(runs.empty, 'ms')} ms   idle ${of(runs.empty, 'megabytes')} MB`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function start(dataDir: string): Promise<Started> {
  const from = performance.now()
  const server = spawn(process.execPath, [fileURLToPath(new URL('../../dist/server/node.js', import.meta.url))], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', FIELD_KEYS: fieldKeys, DEMO: '1', TICK_SECONDS: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    let said = ''
    let address: string | undefined
    server.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part
      address ??= /http:\/\/127\.0\.0\.1:\d+(?=\/\n)/.exec(said)?.[0]
    })
    while (!address || (await fetch(`${address}/readyz`)).status !== 200) await pause(2)
    const ms = performance.now() - from
    await pause(2_000)
    return { ms, megabytes: residentMegabytes(server.pid ?? 0) }
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}

/** Linux says it in kilobytes; elsewhere it is not measured. */
function residentMegabytes(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}
