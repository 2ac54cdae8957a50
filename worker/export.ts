/** `npm run export -- --data DIR --to DIR [--checkpoints DIR]`: the ledger as text for an auditor, without personal data. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exportCounty } from './oversight/export/write.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.DATA_DIR ?? './data' },
    to: { type: 'string' },
    checkpoints: { type: 'string', default: process.env.CHECKPOINT_DIR },
  },
})
const path = join(values.data, 'county.db')
try {
  if (!existsSync(path)) throw new Error(`没有数据:${path}`)
  if (values.to === undefined) throw new Error('少了 --to:导出到哪个空文件夹。')
  const from = performance.now()
  const { entries, funds, checkpoints } = exportCounty(path, values.to, new Date(), values.checkpoints)
  const ms = Math.round(performance.now() - from)
  process.stdout.write(`已导出到 ${values.to}:${funds} 个基金,${entries} 笔,${checkpoints} 个检查点,用时 ${ms} 毫秒\n`)
  if (checkpoints === 0) process.stdout.write('没有检查点,审计程序不会通过。请先 npm run checkpoint -- make。\n')
} catch (error) {
  process.stderr.write(`没有导出:${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
