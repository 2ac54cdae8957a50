/**
 * `npm run restore -- --from FILE --data DIR`: into an empty folder. Exit 0 when all of it is there and verified, 2 when it
 * is there but verify found something that was wrong before the backup, 1 when nothing was restored.
 */
import { parseArgs } from 'node:util'
import { restoreBackup } from './host/backup/restore.ts'
import { problemWords, restoreWords } from './host/backup/words.ts'

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))

const { values } = parseArgs({ options: { from: { type: 'string' }, data: { type: 'string' } } })
const { from, data } = values
if (!from || !data) {
  process.stderr.write('请写明备份文件和空文件夹,如 npm run restore -- --from /backup/xianjiu.tar.gz --data ./data\n')
  process.exit(1)
}
try {
  const restored = await restoreBackup(from, data, new Date())
  process.stdout.write(`${restoreWords(from, data, restored)}\n`)
  process.exitCode = restored.report.some(({ bad }) => bad !== null) ? 2 : 0
} catch (error) {
  process.stderr.write(`没有恢复:${problemWords(error)}\n`)
  process.exit(1)
}
