/** `npm run bench -- [NAME] [--count N] [--rounds N] [--grants N] [--json]`: each benchmark runs both of its sides in turn and prints their ratio. */
import { parseArgs } from 'node:util'
import { benchFiled } from './approve/filed.ts'
import { benchApprove } from './approve/index.ts'
import { benchBackup } from './backup/index.ts'
import { benchDuplicate } from './duplicate/index.ts'
import { benchSheet } from './sheet/index.ts'
import { benchStart } from './start/index.ts'
import { benchVerify } from './verify/index.ts'
import type { Result } from './result.ts'

type Options = { count: number; rounds: number; grants: number }

const benches: Record<string, (options: Options) => Promise<Result>> = {
  approve: (options) => (options.grants > 0 ? benchFiled(options) : benchApprove(options)),
  backup: benchBackup,
  duplicate: benchDuplicate,
  sheet: benchSheet,
  start: benchStart,
  verify: benchVerify,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    count: { type: 'string', default: '4000' },
    rounds: { type: 'string', default: '3' },
    grants: { type: 'string', default: '0' },
  },
})
const names = positionals.length > 0 ? positionals : Object.keys(benches)
for (const name of names) {
  const bench = benches[name === 'duplicates' ? 'duplicate' : name]
  if (!bench) throw new Error(`no benchmark called ${name}; there are: ${Object.keys(benches).join(', ')}`)
  const result = await bench({ count: Number(values.count), rounds: Number(values.rounds), grants: Number(values.grants) })
  process.stdout.write(
    values.json ? `${JSON.stringify(result.numbers)}\n` : `${[name, ...result.lines].join('\n  ')}\n`,
  )
}
