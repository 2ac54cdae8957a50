import { strToU8, zipSync } from 'fflate'
import type { CellValue, WriteOptions } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import type { Column } from '../../worker/platform/index.ts'
import { recordsOf } from '../../worker/sheets/read.ts'

/** What the files of these tests are asked for. */
export const asked: Column[] = [
  { name: 'name', called: ['姓名', '户主姓名'], needed: true },
  { name: 'idNumber', called: ['身份证号', '身份证号码'], needed: true },
  { name: 'fromOn', called: ['开始日期'], needed: false },
  { name: 'fen', called: ['金额'], needed: false },
]

export const wang = '990101195001010017'
export const head: CellValue[] = ['姓名', '身份证号', '开始日期', '金额']
export const row: CellValue[] = ['王秀兰', wang, '2026-09-01', '1200']

/** Every record of a file as `row: cell | cell`, or the refusal as `!code: its words`. */
export async function said(bytes: Uint8Array, columns = asked): Promise<string[]> {
  const lines: string[] = []
  try {
    for await (const rows of recordsOf(bytes, columns)) for (const { row: at, cells } of rows) lines.push(`${at}: ${cells.join(' | ')}`)
  } catch (error) {
    const { code, details } = error as { code: string; details: { fields?: { message: string }[] } }
    return [`!${code}: ${details?.fields?.[0]?.message ?? String(error)}`]
  }
  return lines
}

export const xlsx = (rows: CellValue[][], more: Partial<WriteOptions['sheets'][number]> = {}, whole: Partial<WriteOptions> = {}) =>
  writeXlsx({ sheets: [{ name: '花名册', rows, ...more }], ...whole })

export const text = (words: string) => strToU8(words)

/** GBK, as Excel in Chinese saves a csv: the few characters that these tests write. */
export function gbk(words: string): Uint8Array {
  const codes = new Map<string, [number, number]>()
  const decoder = new TextDecoder('gbk')
  for (let high = 0xb0; high < 0xf8; high += 1)
    for (let low = 0xa1; low < 0xff; low += 1) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Uint8Array.from([...words].flatMap((char) => codes.get(char) ?? [char.charCodeAt(0)]))
}

/** A workbook as some other program may write it: the sheet's own XML, the rest as small as it may be. */
export function rawXlsx(sheetXml: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetXml}</sheetData></worksheet>`,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])))
}

const letters = 'ABCDEFGH'
/** Inline cells of one row of `rawXlsx`. */
export const rawRow = (at: number, ...cells: string[]) =>
  `<row r="${at}">${cells.map((cell, index) => cell.startsWith('<c') ? cell : `<c r="${letters[index]}${at}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
