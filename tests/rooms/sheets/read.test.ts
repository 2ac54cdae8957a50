import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { asked, gbk, head, rawRow, rawXlsx, row, said, text, wang, xlsx } from '../../support/sheets.ts'

const golden = `2: 王秀兰 | ${wang} | 2026-09-01 | 1200`
const csv = (between: string) => [head, row].map((cells) => cells.join(between)).join('\r\n')
const html = (cells: string) => `<html><head><meta charset="gb2312"></head><body><table><tr><th>姓名</th><th>身份证号</th><th>开始日期</th><th>金额</th></tr>${cells}</table></body></html>`
const htmlRow = `<tr><td>王秀兰</td><td>${wang}</td><td>2026-09-01</td><td>1200</td></tr>`

/** The size that the zip's directory says of its last part. */
function bomb(file: Uint8Array): Uint8Array {
  const zip = Buffer.from(file)
  zip.writeUInt32LE(512 * 1024 * 1024, zip.lastIndexOf('PK\u0001\u0002') + 24)
  return zip
}

/** Each file by what is the matter with it, and what is read of it. */
const files: [what: string, file: () => Uint8Array | Promise<Uint8Array>, read: string[]][] = [
  ['a plain workbook', () => xlsx([head, row]), [golden]],
  ['shared strings inline', () => xlsx([head, row], {}, { stringMode: 'inline' }), [golden]],
  ['columns in another order', () => xlsx([['金额', '身份证号', '姓名'], ['1200', wang, '王秀兰']]), [`2: 王秀兰 | ${wang} |  | 1200`]],
  ['a column that nobody asked for', () => xlsx([['序号', ...head], ['1', ...row]]), [golden]],
  ['headers with marks, blanks and brackets', () => xlsx([['* 姓 名', '身份证号码(18位)', '开始日期:', '金额(元)'], row]), [golden]],
  ['a title and a note above the header', () => xlsx([['示范县低保花名册'], [], ['单位:元'], head, row]), [golden.replace('2:', '5:')]],
  ['a header in row 20', () => xlsx([...Array.from({ length: 19 }, () => ['说明']), head, row]), [golden.replace('2:', '21:')]],
  ['a header in row 21', () => xlsx([...Array.from({ length: 20 }, () => ['说明']), head, row]), ['!sheet_headers: 前 20 行里没有找到:姓名、身份证号']],
  ['no column of id numbers', () => xlsx([['姓名', '金额'], ['王秀兰', '1200']]), ['!sheet_headers: 前 20 行里没有找到:身份证号']],
  ['a cover sheet first', () => xlsx([], {}, { sheets: [{ name: '说明', rows: [['填表说明']] }, { name: '名单', rows: [head, row] }] }), [golden]],
  ['an old list in a hidden sheet first', () => xlsx([], {}, { sheets: [{ name: '旧', hidden: true, rows: [head, ['旧', '1', '', '']] }, { name: '名单 & 表', rows: [head, row] }] }), [golden]],
  ['the header again on each printed page, blank rows, a sum and a signature', () => xlsx([head, row, [], head, ['李建国', '2', '', ''], ['合计', '', '', '2400'], ['制表人:张三', '', '', '']]), [golden, '5: 李建国 | 2 |  | ']],
  ['full-width digits and letters, blanks and marks nobody sees', () => xlsx([head, [' 王秀兰\u200b', '９９０１０１１９５００１０１００１ｘ', '２０２６-０９-０１', ' 1,200.00\u00a0']]), ['2: 王秀兰 | 99010119500101001x | 2026-09-01 | 1,200.00']],
  ['a text mark of Excel before the number', () => xlsx([head, ['王秀兰', `'${wang}`, '', '']]), [`2: 王秀兰 | ${wang} |  | `]],
  ['an id number kept as a number: its last digits are lost', () => xlsx([head, ['王秀兰', Number(wang), '', 1200]]), ['2: 王秀兰 | 9.9010119500101E+17 |  | 1200']],
  ['an old id number kept as a number: 15 digits are whole', () => xlsx([head, ['王秀兰', 990101500101001, '', '']]), ['2: 王秀兰 | 990101500101001 |  | ']],
  ['a day as Excel keeps it', () => xlsx([head, ['王秀兰', wang, new Date('2026-09-01T00:00:00Z'), 1200.5]]), [`2: 王秀兰 | ${wang} | 2026-09-01 | 1200.5`]],
  ['a day counted from 1904', () => xlsx([head, ['王秀兰', wang, new Date('2026-09-01T00:00:00Z'), 1200]], {}, { dateSystem: '1904' }), [golden]],
  ['a number with the dust of a computer', () => xlsx([head, ['王秀兰', wang, '', 0.1 + 0.2]]), [`2: 王秀兰 | ${wang} |  | 0.3`]],
  ['cells merged down', () => xlsx([head, ['王秀兰', wang, '2026-09-01', '1200'], ['王小宝', '2', '', '']], { merges: [{ startRow: 1, endRow: 2, startCol: 2, endCol: 2 }] }), [golden, '3: 王小宝 | 2 | 2026-09-01 | ']],
  ['a header merged over two rows', () => xlsx([head, ['', '', '起', '元'], row], { merges: [0, 1].map((col) => ({ startRow: 0, endRow: 1, startCol: col, endCol: col })) }), [golden.replace('2:', '3:')]],
  ['a formula is what was last counted, and is never run', () => rawXlsx(rawRow(1, '姓名', '身份证号') + rawRow(2, '<c r="A2" t="str"><f>HYPERLINK("http://x","y")</f><v>王秀兰</v></c>', wang)), [`2: 王秀兰 | ${wang} |  | `]],
  ['an entity that would grow to gigabytes', () => rawXlsx(rawRow(1, '姓名', '身份证号') + rawRow(2, '&lol;', wang), { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY lol "&lol;&lol;">]><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>' }), [`2: &lol; | ${wang} |  | `]],
  ['csv in UTF-8', () => text(csv(',')), [golden]],
  ['csv in UTF-8 with a mark', () => text(`\ufeff${csv(',')}`), [golden]],
  ['csv in GBK', () => gbk(csv(',')), [golden]],
  ['csv with semicolons', () => text(csv(';')), [golden]],
  ['tabs', () => text(csv('\t')), [golden]],
  ['csv in UTF-16 (Unicode text of Excel)', () => Uint8Array.from([0xff, 0xfe, ...Buffer.from(csv('\t'), 'utf16le')]), [golden]],
  ['a quoted cell with a comma and a line break', () => text('姓名,身份证号,开始日期,金额\n"王\n秀兰",990101195001010017,2026-09-01,"1,200"'), [`2: 王 秀兰 | ${wang} | 2026-09-01 | 1,200`]],
  ['a web page that is called .xls', () => text(html(htmlRow)), [golden]],
  ['the same in GBK', () => gbk(html(htmlRow)), [golden]],
  ['a true old .xls', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]), ['!sheet_unreadable: 这是旧版 xls。请用 Excel 或 WPS 打开,另存为 xlsx']],
  ['a workbook with a password', () => xlsx([head, row], {}, { encryption: { password: 'x', spinCount: 1 } }), ['!sheet_unreadable: 文件设了密码,请去掉密码再传']],
  ['a PDF', () => text('%PDF-1.7 …'), ['!sheet_unreadable: 这不是表格文件。请用 Excel 或 WPS 打开,另存为 xlsx']],
  ['a picture', () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]), ['!sheet_unreadable: 这不是表格文件。请用 Excel 或 WPS 打开,另存为 xlsx']],
  ['an empty file', () => new Uint8Array(), ['!sheet_unreadable: 文件是空的,请重新选择']],
  ['a Word document', () => zipSync({ 'word/document.xml': text('<x/>') }), ['!sheet_unreadable: 这不是 xlsx 表格。请用 Excel 或 WPS 打开,另存为 xlsx']],
  ['half a workbook', async () => (await xlsx([head, row])).slice(0, 900), ['!sheet_unreadable: 文件坏了。请用 Excel 或 WPS 打开,另存为 xlsx']],
  ['a zip bomb: a part that would unpack to half a gigabyte', () => bomb(rawXlsx(rawRow(1, '姓名', '身份证号'))), ['!sheet_too_large: 解开后太大,请分成几个文件']],
  ['a page without a table', () => text('<html><body>登录已过期</body></html>'), ['!sheet_unreadable: 文件里没有表格。请用 Excel 或 WPS 打开,另存为 xlsx']],
  ['a web archive', () => text('MIME-Version: 1.0\r\nX-Document-Type: Workbook'), ['!sheet_unreadable: 这种网页表格读不了。请用 Excel 或 WPS 打开,另存为 xlsx']],
]

describe('a file of rows', () => {
  it.each(files)('%s', async (_, file, read) => {
    expect(await said(await file())).toEqual(read)
  })

  it('is told by what is in it, with as many rows as there are, in thousands', async () => {
    const many = await xlsx([head, ...Array.from({ length: 2_500 }, (_, n) => ['王秀兰', String(n), '', ''])])
    const lines = await said(many, asked)
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([2_500, '2: 王秀兰 | 0 |  | ', '2501: 王秀兰 | 2499 |  | '])
  })
})
