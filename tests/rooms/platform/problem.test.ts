import { expect, it } from 'vitest'
import { refusalOf } from '../../../worker/platform/index.ts'

const failed = (message: string, code?: string) => refusalOf(Object.assign(new Error(message), code ? { code } : {}))

it.each([
  ['small_cap', 'SQLITE_CONSTRAINT_TRIGGER', 'small_cap'],
  ['SQLITE_CONSTRAINT: SQLite error: fund_insufficient', 'SQLITE_CONSTRAINT', 'fund_insufficient'],
  ['busy', undefined, 'busy'],
  ['database is locked', 'SQLITE_BUSY', 'busy'],
  ['database is locked', 'SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['database or disk is full', 'SQLITE_FULL', 'storage_full'],
  ['disk I/O error', 'SQLITE_IOERR_SHMSIZE', 'storage_full'],
  ['disk I/O error', 'SQLITE_IOERR_FSYNC', 'storage_broken'],
  ['database disk image is malformed', 'SQLITE_CORRUPT', 'storage_broken'],
  ['EIO: i/o error, write', 'EIO', 'storage_broken'],
  ['ENOSPC: no space left on device, write', 'ENOSPC', 'storage_full'],
])('the driver says %j (%s): %s', (message, code, problem) => {
  expect(failed(message, code)).toMatchObject({ code: problem })
})

it.each([
  ['Unexpected end of JSON input', undefined],
  ['something is busy', undefined],
  ['UNIQUE constraint failed: persons.id_number_index', 'SQLITE_CONSTRAINT_UNIQUE'],
  ['no such column: fen', 'SQLITE_ERROR'],
])('%j stays what it is: a fault that is logged, not a refusal', (message, code) => {
  expect(failed(message, code)).not.toHaveProperty('details')
})
