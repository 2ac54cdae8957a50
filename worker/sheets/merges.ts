import type { Sheet } from 'hucre'
import type { RawRow } from './table.ts'

/** No list has more columns that say something. */
const columnsMax = 200

/** What is merged says the same in each of its cells: a village written once beside five families. */
export function* rowsWithMerges({ rows, merges = [] }: Pick<Sheet, 'rows' | 'merges'>): Generator<RawRow> {
  for (const { startRow, endRow, startCol, endCol } of merges) {
    const said = rows[startRow]?.[startCol] ?? null
    for (const cells of rows.slice(startRow, endRow + 1))
      for (let col = startCol; col <= Math.min(endCol, columnsMax); col += 1) cells[col] = said
  }
  for (const [index, values] of rows.entries()) yield { row: index + 1, values }
}
