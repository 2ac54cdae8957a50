import { strFromU8, unzipSync } from 'fflate'
import { EncryptedFileError } from 'hucre'
import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { ProblemError } from '../platform/index.ts'
import { rowsWithMerges } from './merges.ts'
import { tooLarge, unreadable } from './read-sheet.ts'
import type { RawRow } from './table.ts'

/** A workbook of 200,000 rows and twenty columns unpacks to about a third of this. */
const unpackedMax = 400 * 1024 * 1024
const partsMax = 2_000

/** The visible sheets of a workbook, in order, each opened when it is looked at. Formulas are read as what was last counted. */
export async function* sheetsOf(bytes: Uint8Array): AsyncGenerator<AsyncIterable<RawRow>> {
  const { sheets, merged } = lookInto(bytes)
  if (sheets.length === 0) throw unreadable('文件里没有工作表')
  for (const name of sheets.slice(0, 20)) yield merged ? mergedRows(bytes, name) : streamedRows(bytes, name)
}

async function* streamedRows(bytes: Uint8Array, sheet: string): AsyncGenerator<RawRow> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) yield { row: index + 1, values }
  } catch (cause) {
    throw refused(cause)
  }
}

async function* mergedRows(bytes: Uint8Array, sheet: string): AsyncGenerator<RawRow> {
  const { sheets } = await readXlsx(bytes, { sheets: [sheet] }).catch((cause: unknown) => Promise.reject(refused(cause)))
  if (sheets[0]) yield* rowsWithMerges(sheets[0])
}

/** Looks at the directory before anything is unpacked: what would be too much never is. */
function lookInto(bytes: Uint8Array): { sheets: string[]; merged: boolean } {
  const names: string[] = []
  let [unpacked, list] = [0, '']
  let merged = false
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        unpacked += originalSize
        if (unpacked > unpackedMax || names.length > partsMax) throw tooLarge('解开后太大,请分成几个文件')
        return false
      },
    })
    if (!names.includes('xl/workbook.xml')) throw unreadable('这不是 xlsx 表格。请用 Excel 或 WPS 打开,另存为 xlsx')
    const parts = unzipSync(bytes, { filter: ({ name }) => name === 'xl/workbook.xml' || /^xl\/worksheets\/[^/]+\.xml$/.test(name) })
    for (const [name, part] of Object.entries(parts)) {
      if (name === 'xl/workbook.xml') list = strFromU8(part)
      else merged ||= Buffer.from(part.buffer, part.byteOffset, part.length).includes('<mergeCell ')
    }
  } catch (cause) {
    throw refused(cause)
  }
  const sheets = (list.match(/<(?:\w+:)?sheet [^>]*>/g) ?? []).filter((tag) => !/\bstate="(hidden|veryHidden)"/.test(tag))
  return { sheets: sheets.flatMap((tag) => /\bname="([^"]*)"/.exec(tag)?.[1] ?? []).map(plain), merged }
}

const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (name: string): string =>
  name.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, ten: string, hex: string, word: string) =>
    ten ? String.fromCodePoint(Number(ten)) : hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (marks[word] ?? ''))

function refused(cause: unknown): unknown {
  if (cause instanceof EncryptedFileError) return unreadable('文件设了密码,请去掉密码再传', cause)
  if (cause instanceof ProblemError) return cause
  return unreadable('文件坏了。请用 Excel 或 WPS 打开,另存为 xlsx', cause)
}
