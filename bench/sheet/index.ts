import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { writeXlsx } from 'hucre/xlsx'
import { buildServer } from '../../preview/build/server.ts'
import { copy, median, round2 } from '../approve/index.ts'
import { portOf, signIn } from '../approve/over-http.ts'
import { fieldKeys, prepareCounty } from '../approve/prepare.ts'
import type { Result } from '../result.ts'

const assistance = 'county-jiuzhu'
type Taken = { checkMs: number; importMs: number; others: number[] }

/** A list of 131,000 people and ten columns, looked through and imported over HTTP; how long others wait meanwhile for a request of theirs. */
export async function benchSheet({ rounds, grants }: { rounds: number; grants: number }): Promise<Result> {
  const rows = grants || 131_000
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-bench-'))
  try {
    await buildServer(fileURLToPath(new URL('../../', import.meta.url)))
    const [file, { path }] = [await listOf(rows), await prepareCounty(folder, 0)]
    const runs: Taken[] = []
    for (let round = 0; round < rounds; round += 1) runs.push(await imported(copy(path, folder), file))
    const others = runs.flatMap((run) => run.others).toSorted((a, b) => a - b)
    const numbers = {
      rows,
      megabytes: round2(file.length / 1e6),
      checkMs: Math.round(median(runs.map((run) => run.checkMs))),
      importMs: Math.round(median(runs.map((run) => run.importMs))),
      othersP99Ms: round2(others[Math.floor(others.length * 0.99)] ?? 0),
      rounds,
    }
    return {
      name: 'sheet',
      numbers,
      lines: [
        `${rows} rows, 10 columns, ${numbers.megabytes} MB xlsx, ${rounds} rounds, ${availableParallelism()} cores, Node ${process.version}`,
        `looked through ${numbers.checkMs} ms   imported ${numbers.importMs} ms   somebody else's request meanwhile p99 ${numbers.othersP99Ms} ms`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function imported(dataDir: string, file: Uint8Array): Promise<Taken> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('../../dist/server/node.js', import.meta.url))], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', FIELD_KEYS: fieldKeys, DEMO: '1', TICK_SECONDS: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const port = await portOf(server)
    const tokens = await signIn(port, [assistance, 't01-xieli'])
    const send = async (openid: string, path: string, body: Uint8Array | string): Promise<number> => {
      const from = performance.now()
      const headers = { authorization: `Bearer ${tokens.get(openid)}`, 'idempotency-key': randomUUID(), 'content-type': 'application/json' }
      const response = await fetch(`http://127.0.0.1:${port}/api${path}`, { method: 'POST', headers, body: typeof body === 'string' ? body : Uint8Array.from(body) })
      const answer = await response.text()
      if (!response.ok) throw new Error(answer)
      return performance.now() - from
    }
    const what = { program: 'DIBAO', fromOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10), toOn: new Date(Date.now() + 86_400_000 * 300).toISOString().slice(0, 10) }
    const query = new URLSearchParams({ ...what, sha256: createHash('sha256').update(file).digest('hex') }).toString()
    const checkMs = await send(assistance, `/programs/lists/check?${new URLSearchParams(what).toString()}`, file)
    const others: number[] = []
    let ended = false
    const asking = (async () => {
      while (!ended) {
        others.push(await send('t01-xieli', '/requests', asked))
        await pause(20)
      }
    })()
    const importMs = await send(assistance, `/programs/lists?${query}`, file)
    ended = true
    await asking
    return { checkMs, importMs, others }
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}

const asked = JSON.stringify({
  causeCode: 'INJURY', story: '在工地摔断了胳膊,没有收入', townshipCode: '990101001', village: '河口村', commitmentVersion: '2026-07',
  name: '王秀兰', onBehalf: { relation: 'coordinator', reason: '本人住院' },
})

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** The nth invented number: born on some day of 1930 to 2019. */
function numberOf(n: number): string {
  const body = `990101${1930 + (n % 90)}${String((Math.floor(n / 90) % 12) + 1).padStart(2, '0')}${String((Math.floor(n / 1_080) % 28) + 1).padStart(2, '0')}${String(Math.floor(n / 30_240)).padStart(3, '0')}`
  return body + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11]
}

function listOf(rows: number): Promise<Uint8Array> {
  const head = ['序号', '姓名', '身份证号', '乡镇', '村', '家庭人口', '保障金额', '开始日期', '截止日期', '备注']
  const since = new Date(Date.UTC(2026, 5, 1))
  const until = new Date(Date.now() + 86_400_000 * 200)
  const people = Array.from({ length: rows }, (_, n) => [n + 1, `张${n}`.replace(/\d/g, (digit) => '零一二三四五六七八九'[Number(digit)] ?? ''), numberOf(n), '示范镇', `第${n % 300}村`, n % 7, n * 1.5, since, until, ''])
  return writeXlsx({ sheets: [{ name: '花名册', rows: [head, ...people] }] })
}
