import type { Column, Context, SheetRow } from '../platform/index.ts'
import { ProblemError, sheetLimits } from '../platform/index.ts'

/** The rows of a file, some at a time. Refuses: sheet_elsewhere, sheet_unreadable, sheet_too_large, sheet_headers, sheet_empty. */
export async function* readSheet(ctx: Context, bytes: Uint8Array, columns: readonly Column[]): AsyncGenerator<SheetRow[]> {
  if (!ctx.sheets) throw new ProblemError('sheet_elsewhere')
  let read = 0
  for await (const rows of ctx.sheets(bytes, columns)) {
    read += rows.length
    if (read > sheetLimits.rows) throw tooLarge(`一个文件最多 ${sheetLimits.rows / 10_000} 万行`)
    yield rows
  }
  if (read === 0) throw new ProblemError('sheet_empty')
}

/** Says how much there may be. */
export function tooLarge(message: string): ProblemError {
  return new ProblemError('sheet_too_large', { fields: [{ field: 'file', label: '文件', message }] })
}

/** Says what kind of file it is, and the way out. */
export function unreadable(message: string, cause?: unknown): ProblemError {
  return new ProblemError('sheet_unreadable', { fields: [{ field: 'file', label: '文件', message }] }, cause)
}
