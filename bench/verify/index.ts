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

/** `npm run verify -- --books-only` of a county with a million entries: every chain, balance and row, as the command does it. */
export async function benchVerify({ grants }: { grants: number }): Promise<Result> {
  const many = grants || 1_000_000 / entriesPerGrant
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-bench-'))
  try {
    await buildServer(fileURLToPath(new URL('../../', import.meta.url)))
    symlinkSync(await filedCounty(many), join(folder, 'county.db'))
    const from = performance.now()
    const program = fileURLToPath(new URL('../../dist/server/verify.js', import.meta.url))
    const child = spawn(process.execPath, [program, '--data', folder, '--books-only'], {
      env: { ...process.env, FIELD_KEYS: fieldKeys },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part
    })
    await once(child, 'close')
    const seconds = (performance.now() - from) / 1000
    return {
      name: 'verify',
      numbers: { entries: many * entriesPerGrant, grants: many, seconds: Math.round(seconds * 10) / 10 },
      lines: [
        `${many * entriesPerGrant} entries of ${many} grants, ${availableParallelism()} cores, Node ${process.version}`,
        `${seconds.toFixed(1)} s`,
        ...said.split('\n').filter((line) => line.startsWith('BAD')),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
