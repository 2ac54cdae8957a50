import { unreadable } from './read-sheet.ts'

/** What the bytes are, whatever the file is called: a workbook, or text with its kind of table. */
export type Kind = { kind: 'xlsx' } | { kind: 'html' | 'delimited'; text: string }

const starts = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, at) => bytes[at] === byte)
const saveAs = '请用 Excel 或 WPS 打开,另存为 xlsx'

/** Refuses, with the way out: an old .xls, a locked workbook, a picture, a PDF, a web archive. */
export function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) throw unreadable('文件是空的,请重新选择')
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return { kind: 'xlsx' }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw unreadable(locked ? '文件设了密码,请去掉密码再传' : `这是旧版 xls。${saveAs}`)
  }
  const text = decoded(bytes)
  if (text.includes('\u0000') || text.startsWith('%PDF')) throw unreadable(`这不是表格文件。${saveAs}`)
  const head = text.slice(0, 4_096).trimStart()
  if (/^MIME-Version:/i.test(head) || /urn:schemas-microsoft-com:office:spreadsheet/.test(head)) throw unreadable(`这种网页表格读不了。${saveAs}`)
  if (head.startsWith('<')) {
    if (!/<table[\s>]/i.test(text)) throw unreadable(`文件里没有表格。${saveAs}`)
    return { kind: 'html', text }
  }
  return { kind: 'delimited', text }
}

/** UTF-8 or UTF-16 by its mark, UTF-8 that is faultless, else GBK (as Excel in Chinese saves a csv). */
function decoded(bytes: Uint8Array): string {
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (starts(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
