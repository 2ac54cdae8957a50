import { fromHtml } from 'hucre'
import { detectDelimiter, streamCsvRows } from 'hucre/csv'
import type { RawRow } from './table.ts'
import { rowsWithMerges } from './merges.ts'

/** Rows of text with commas, semicolons or tabs between the cells. */
export async function* delimitedRows(text: string): AsyncGenerator<RawRow> {
  const delimiter = detectDelimiter(text.slice(0, 20_000))
  let row = 0
  for await (const values of streamCsvRows(text, { delimiter, typeInference: false })) yield { row: (row += 1), values }
}

/** The rows of a web page's table: what many systems call an .xls. */
export async function* htmlRows(text: string): AsyncGenerator<RawRow> {
  yield* rowsWithMerges(fromHtml(text, { typeInference: false, classes: false }))
}
