/**
 * `npm run backup -- --data DIR --to FILE`: one checked file of the whole county while it is at work. Exit 0, or 1 with the
 * reason. The nightly round runs the same with `--json` (one line for the machine) and `--replace`.
 */
import { parseArgs } from 'node:util'
import { makeBackup } from './host/backup/make.ts'
import { BackupProblem } from './host/backup/problem.ts'
import { backupWords, problemWords } from './host/backup/words.ts'

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.DATA_DIR ?? './data' },
    to: { type: 'string' },
    json: { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
  },
})
if (!values.to) {
  process.stderr.write('请用 --to 写明备份文件,如 npm run backup -- --data ./data --to /backup/xianjiu.tar.gz\n')
  process.exit(1)
}
try {
  const made = await makeBackup({ dataDir: values.data, to: values.to, now: new Date(), replace: values.replace })
  const { manifest: { facts, missing }, ...file } = made
  process.stdout.write(`${values.json ? JSON.stringify({ ...file, missing: missing.length, totals: facts.totals }) : backupWords(made)}\n`)
} catch (error) {
  if (values.json) process.stdout.write(`${JSON.stringify({ error: error instanceof BackupProblem ? error.code : 'internal' })}\n`)
  process.stderr.write(`没有备份:${problemWords(error)}\n`)
  process.exit(1)
}
