/** Plain text of a cell: half-width letters and digits, one kind of space, nothing invisible, without Excel's leading apostrophe. */
export function plainText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u3000\s]+/g, ' ')
    .replace(/\p{Cf}|\p{Cc}/gu, '')
    .trim()
    .replace(/^'/, '')
}

/** A header without what only decorates it: `* 身份证号码(18位)` is 身份证号码. */
export function plainHeader(text: string): string {
  return plainText(text)
    .replace(/[((【[].*$/u, '')
    .replace(/[\s*:、,.。/]/g, '')
}

/** A name as it is spelt: no blanks between Chinese characters, one kind of middle dot. */
export function nameOf(text: string): string {
  return text.replace(/[•・‧.．∙]/gu, '·').replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
}

/** Excel keeps 15 digits: a longer number that was typed as one has lost the rest. */
export function lostDigits(text: string): boolean {
  return /^\d(\.\d+)?E\+\d+$/i.test(text)
}

/** Whole fen of a sum in yuan (`¥1,234.50 元`); null where it is none, is negative or has parts of a fen. */
export function fenOf(text: string): number | null {
  const match = /^(\d{1,10})(?:\.(\d{1,2})0*)?$/.exec(plainText(text).replace(/[,,¥￥元\s]/gu, ''))
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}

const dayForms = [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?: .*)?$/, /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日?$/, /^(\d{4})(\d{2})(\d{2})$/]
/** The serial numbers of 1954 to 2119: a day that lost its form. */
const serial = /^[2-7]\d{4}$/

/** A day as `2026-09-30`, however it was written; null where there is no such day. */
export function dayOf(text: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return realDay(text)
  if (serial.test(text)) return new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10)
  const parts = dayForms.map((form) => form.exec(text)).find((match) => match !== null)
  if (!parts) return null
  return realDay(`${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`)
}

function realDay(day: string): string | null {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null
}
