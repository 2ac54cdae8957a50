/**
 * `npm run verify -- --data DIR [--checkpoints DIR] [--public KEYS] [--books-only | --ledger] [--json]`: exit 0 when everything holds,
 * 1 with the name of the first bad row of each failed check. What is sealed, photos too, is opened with the county's keys
 * (`FIELD_KEYS`, or the demo's own beside its data). The nightly round reads `--json`.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread } from 'node:worker_threads'
import { diskFiles } from './host/disk-files.ts'
import { demoKeys } from './host/keys.ts'
import { noteNames } from './oversight/checkpoint/folder.ts'
import { readVerifiers } from './oversight/checkpoint/note.ts'
import { photosAreWhole } from './oversight/photo-check.ts'
import { sealedIsReadable } from './oversight/sealed-check.ts'
import { verify } from './oversight/verify.ts'
import { takeShare, verifyTogether } from './oversight/verify-together.ts'
import { fieldCipher } from './platform/index.ts'

/** From here on two threads are worth their starting. */
const largeBytes = 100_000_000

if (isMainThread) await command()
else takeShare()

async function command(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: process.env.DATA_DIR ?? './data' },
      checkpoints: { type: 'string', default: process.env.CHECKPOINT_DIR },
      public: { type: 'string' },
      'books-only': { type: 'boolean', default: false },
      ledger: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const path = join(values.data, 'county.db')
  if (!existsSync(path)) {
    process.stderr.write(`没有数据:${path}\n`)
    process.exit(2)
  }
  const from = performance.now()
  const keys = () => fieldCipher(process.env.FIELD_KEYS ?? demoKeys(values.data, false))
  const trusted = values.public === undefined ? undefined : readVerifiers(readFileSync(values.public, 'utf8'))
  const against = { checkpoints: values.checkpoints, keys: trusted, ledger: values.ledger }
  const large = statSync(path).size > largeBytes
  const report = large ? await verifyTogether(new URL(import.meta.url), path, against) : verify(path, against)
  if (!values['books-only'] && !values.ledger)
    report.push(sealedIsReadable(path, keys), await photosAreWhole(path, diskFiles(join(values.data, 'files')), keys))
  const failed = report.filter(({ bad }) => bad !== null)
  if (values.json) {
    process.stdout.write(`${JSON.stringify(report)}\n`)
    process.exit(failed.length === 0 ? 0 : 1)
  }
  for (const { check, count, bad } of report)
    process.stdout.write(bad === null ? `ok    ${check}${count > 1 ? ` (${count})` : ''}\n` : `BAD   ${check}: ${bad}\n`)
  if (noteNames(values.checkpoints ?? join(values.data, 'checkpoints')).length === 0)
    process.stdout.write('note  no checkpoint was found: a careful rewrite of everything would not be seen\n')
  process.stdout.write(
    `${failed.length === 0 ? 'everything holds' : `${failed.length} of ${report.length} checks failed`} in ${Math.round(performance.now() - from)} ms\n`,
  )
  process.exit(failed.length === 0 ? 0 : 1)
}
