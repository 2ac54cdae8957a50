import type { Column, SheetRow } from '../platform/index.ts'
import { kindOf } from './kind.ts'
import type { RawRow } from './table.ts'
import { tableOf } from './table.ts'
import { delimitedRows, htmlRows } from './written.ts'
import { sheetsOf } from './xlsx.ts'

/**
 * Finds the table in a file and reads its records, a thousand at a time. Runs in a thread (`worker/sheet.ts`): it computes for
 * seconds. Nothing in a file is ever run. Refuses: sheet_unreadable, sheet_too_large, sheet_headers.
 */
export async function* recordsOf(bytes: Uint8Array, columns: readonly Column[]): AsyncGenerator<SheetRow[]> {
  const found = kindOf(bytes)
  if (found.kind === 'xlsx') yield* tableOf(sheetsOf(bytes), columns)
  else yield* tableOf(only(found.kind === 'html' ? htmlRows(found.text) : delimitedRows(found.text)), columns)
}

async function* only(sheet: AsyncIterable<RawRow>): AsyncGenerator<AsyncIterable<RawRow>> {
  yield sheet
}
