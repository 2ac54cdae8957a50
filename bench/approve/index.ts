import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildServer } from '../../preview/build/server.ts'
import type { Result } from '../result.ts'
import { overHttp } from './over-http.ts'
import { prepareCounty } from './prepare.ts'
import { recordPlans } from './record.ts'
import { bareSql } from './reference.ts'

export const connections = 32

/**
 * Whole approvals over HTTP at 32 connections against the same statements as bare SQL: `node:sqlite`, prepared, one
 * transaction each, hashes included. Same file, same durability (WAL, synchronous=FULL), in turn.
 */
export async function benchApprove({ count, rounds }: { count: number; rounds: number }): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-bench-'))
  try {
    await buildServer(fileURLToPath(new URL('../../', import.meta.url)))
    const prepared = await prepareCounty(folder, count)
    const log = await recordPlans(prepared, folder)
    const http: Awaited<ReturnType<typeof overHttp>>[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await bareSql(copy(prepared.path, folder), log))
      http.push(await overHttp(copy(prepared.path, folder), prepared, connections))
    }
    const rate = median(http.map((run) => run.perSecond))
    const reference = median(bare)
    const [p50, p99] = [median(http.map((run) => run.p50Ms)), median(http.map((run) => run.p99Ms))]
    return {
      name: 'approve',
      numbers: {
        ratio: round2(rate / reference),
        perSecond: Math.round(rate),
        barePerSecond: Math.round(reference),
        p50Ms: round2(p50),
        p99Ms: round2(p99),
        connections,
        count,
        rounds,
      },
      lines: [
        `${count} approvals, ${connections} connections, median of ${rounds} rounds, ${availableParallelism()} cores, Node ${process.version}`,
        `over HTTP   ${Math.round(rate)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`,
        `bare SQL    ${Math.round(reference)}/s   (node:sqlite, the same statements, one transaction each)`,
        `ratio       ${(rate / reference).toFixed(2)}`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A round's own data folder. */
export function copy(path: string, folder: string): string {
  const dataDir = mkdtempSync(join(folder, 'round-'))
  copyFileSync(path, join(dataDir, 'county.db'))
  return dataDir
}

export const round2 = (value: number): number => Math.round(value * 100) / 100

/** The middle one. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
