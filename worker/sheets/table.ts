import type { CellValue } from 'hucre'
import type { Column, SheetRow } from '../platform/index.ts'
import { ProblemError } from '../platform/index.ts'
import { cellText } from './cell.ts'
import { plainHeader } from './values.ts'

/** `row` from 1. */
export type RawRow = { row: number; values: readonly (CellValue | undefined)[] }

/** Titles, notes and dates of issue may stand above the header: this many rows are looked through. */
const headMax = 20
const batch = 1_000
const footers = /^(合计|总计|小计|共计|制表|填表|审核|经办|负责人|备注)/

/** The records under the first header that has every needed column, of the first sheet that has one. Refuses: sheet_headers. */
export async function* tableOf(sheets: AsyncIterable<AsyncIterable<RawRow>>, columns: readonly Column[]): AsyncGenerator<SheetRow[]> {
  let missing: string[] | null = null
  for await (const sheet of sheets) {
    let places: number[] | null = null
    let looked = 0
    let rows: SheetRow[] = []
    for await (const { row, values } of sheet) {
      if (places === null) {
        looked += 1
        if (looked > headMax) break
        const found = placesOf(values, columns)
        const lacks = columns.filter(({ needed }, at) => needed && found[at] === -1)
        if (lacks.length === 0) places = found
        else if (missing === null || lacks.length < missing.length) missing = lacks.map(({ called }) => called[0] ?? '')
        continue
      }
      const cells = places.map((place) => (place < 0 ? '' : cellText(values[place])))
      if (isRecord(cells, values, columns)) rows.push({ row, cells })
      if (rows.length < batch) continue
      yield rows
      rows = []
    }
    if (places === null) continue
    if (rows.length > 0) yield rows
    return
  }
  throw new ProblemError('sheet_headers', {
    fields: [{ field: 'file', label: '文件', message: `前 ${headMax} 行里没有找到:${(missing ?? columns.flatMap(({ called, needed }) => (needed ? [called[0] ?? ''] : []))).join('、')}` }],
  })
}

function placesOf(values: RawRow['values'], columns: readonly Column[]): number[] {
  const headers = values.map((value) => plainHeader(cellText(value)))
  return columns.map(({ called }) => called.map((name) => headers.indexOf(name)).find((place) => place >= 0) ?? -1)
}

/** Not: an empty row, the header of another printed page, a sum or who signed at the foot. */
function isRecord(cells: string[], values: RawRow['values'], columns: readonly Column[]): boolean {
  if (columns.every(({ needed }, at) => !needed || cells[at] === '')) return false
  if (columns.every(({ called, needed }, at) => !needed || called.includes(plainHeader(cells[at] ?? '')))) return false
  if (!columns.some(({ needed }, at) => needed && cells[at] === '')) return true
  const first = values.map(cellText).find((cell) => cell !== '') ?? ''
  return !footers.test(first.replace(/\s/g, ''))
}
