import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildServer } from '../../preview/build/server.ts'
import { filedCounty } from '../filed/index.ts'
import type { Result } from '../result.ts'
import { connections, copy, median, round2 } from './index.ts'
import type { Run } from './over-http.ts'
import { overHttp } from './over-http.ts'
import type { Prepared } from './prepare.ts'
import { benchServices, crewOf, prepareCounty, waiting } from './prepare.ts'

/** Whole approvals over HTTP of a county with `grants` grants on file, in turn with an empty one. */
export async function benchFiled({ count, rounds, grants }: { count: number; rounds: number; grants: number }): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-bench-'))
  try {
    await buildServer(fileURLToPath(new URL('../../', import.meta.url)))
    const path = await filedCounty(grants)
    const dataDir = mkdtempSync(join(folder, 'filed-'))
    symlinkSync(path, join(dataDir, 'county.db'))
    const empty = await prepareCounty(folder, count)
    const runs: { empty: Run[]; filed: Run[] } = { empty: [], filed: [] }
    for (let round = 0; round < rounds; round += 1) {
      runs.empty.push(await overHttp(copy(empty.path, folder), empty, connections))
      runs.filed.push(await overHttp(dataDir, await moreOn(path, count), connections))
    }
    const of = (side: Run[], what: keyof Run) => median(side.map((run) => run[what]))
    const ratio = of(runs.filed, 'perSecond') / of(runs.empty, 'perSecond')
    return {
      name: 'approve',
      numbers: {
        ratio: round2(ratio),
        perSecond: Math.round(of(runs.filed, 'perSecond')),
        emptyPerSecond: Math.round(of(runs.empty, 'perSecond')),
        p99Ms: round2(of(runs.filed, 'p99Ms')),
        emptyP99Ms: round2(of(runs.empty, 'p99Ms')),
        connections,
        count,
        grants,
        rounds,
      },
      lines: [
        `${count} approvals, ${connections} connections, median of ${rounds} rounds, ${availableParallelism()} cores, Node ${process.version}`,
        `${grants} grants on file   ${Math.round(of(runs.filed, 'perSecond'))}/s   p99 ${of(runs.filed, 'p99Ms').toFixed(1)} ms`,
        `none on file   ${Math.round(of(runs.empty, 'perSecond'))}/s   p99 ${of(runs.empty, 'p99Ms').toFixed(1)} ms`,
        `ratio   ${ratio.toFixed(2)}`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Requests that wait in the cached county: each run adds its own people, told apart by the moment. */
export async function moreOn(path: string, count: number): Promise<Prepared> {
  const services = benchServices(path)
  const crew = await crewOf(services, new Date(Date.now() - 10_800_000))
  const more = await waiting(crew, count, Date.now() % 90_000_000)
  await services.db.close()
  return { path, ...more }
}
