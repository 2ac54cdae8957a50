import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildServer } from '../../preview/build/server.ts'
import { fieldKeys } from '../approve/prepare.ts'
import { filedCounty } from '../filed/index.ts'
import type { Result } from '../result.ts'

const entriesPerGrant = 4

/**
 * A county with a million entries, as the command verifies it: the ledger alone (`--ledger`: every entry, chain, voucher and
 * balance), then every row that any act wrote (`--books-only`).
 */
export async function benchVerify({ grants }: { grants: number }): Promise<Result> {
  const many = grants || 1_000_000 / entriesPerGrant
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-bench-'))
  try {
    await buildServer(fileURLToPath(new URL('../../', import.meta.url)))
    symlinkSync(await filedCounty(many), join(folder, 'county.db'))
    const ledger = await timed(folder, '--ledger')
    const books = await timed(folder, '--books-only')
    return {
      name: 'verify',
      numbers: { entries: many * entriesPerGrant, grants: many, ledgerSeconds: ledger.seconds, booksSeconds: books.seconds },
      lines: [
        `${many * entriesPerGrant} entries of ${many} grants, ${availableParallelism()} cores, Node ${process.version}`,
        `the ledger ${ledger.seconds} s, all books ${books.seconds} s`,
        ...ledger.bad,
        ...books.bad,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed(folder: string, how: string): Promise<{ seconds: number; bad: string[] }> {
  const from = performance.now()
  const program = fileURLToPath(new URL('../../dist/server/verify.js', import.meta.url))
  const child = spawn(process.execPath, [program, '--data', folder, how], {
    env: { ...process.env, FIELD_KEYS: fieldKeys },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part
  })
  await once(child, 'close')
  const seconds = Math.round((performance.now() - from) / 100) / 10
  return { seconds, bad: said.split('\n').filter((line) => line.startsWith('BAD')) }
}
