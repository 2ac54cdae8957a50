/** 公民身份号码: 18 digits (GB 11643; RULEBOOK D-01), or the 15 of a paper from before 1999, which are the same person's. */

export type IdNumber =
  { ok: true; idNumber: string; bornOn: string; sex: 'male' | 'female' } | { ok: false; reason: string }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** Of the provinces; 81 to 83 also stand on residence permits of Hong Kong, Macao and Taiwan (D-02). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** The area prefix of invented people: belongs to nobody, so a demo number hits no real person. */
export const inventedArea = '990101'

/** Half-width, upper-case, without spaces. */
export function normalizeIdNumber(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b-\u200d]/g, '')
    .toUpperCase()
}

/** Checks form, area, birth date, age (0-130) and check digit, in that order. `todayOn` is YYYY-MM-DD in Beijing. */
export function checkIdNumber(text: string, todayOn: string, allowInvented: boolean): IdNumber {
  const written = normalizeIdNumber(text)
  const formed = formFault(written)
  if (formed) return { ok: false, reason: formed }
  const idNumber = written.length === 15 ? modern(written) : written
  if (idNumber.startsWith(inventedArea) ? !allowInvented : !isArea(idNumber)) {
    return { ok: false, reason: '身份证号前 6 位的地区不对' }
  }
  const bornOn = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  if (!isRealDay(bornOn)) return { ok: false, reason: '身份证号里的出生日期不存在' }
  if (bornOn > todayOn) return { ok: false, reason: '身份证号里的出生日期在今天之后' }
  if (Number(todayOn.slice(0, 4)) - Number(bornOn.slice(0, 4)) > 130)
    return { ok: false, reason: '身份证号里的年龄超过 130 岁' }
  if (checkDigit(idNumber) !== idNumber[17]) return { ok: false, reason: '身份证号最后一位对不上,请再看一遍' }
  return { ok: true, idNumber, bornOn, sex: Number(idNumber[16]) % 2 === 1 ? 'male' : 'female' }
}

/** How many are written, or which one is no digit: what a person can put right. */
function formFault(written: string): string | null {
  const length = [...written].length
  if (length !== 18 && length !== 15) return `身份证号应为 18 位(旧证 15 位),现在是 ${length} 位`
  const wrong = [...written].findIndex((char, place) => !/\d/.test(char) && !(place === 17 && char === 'X'))
  if (wrong < 0) return null
  return wrong === 17 ? '身份证号最后一位只能是数字或 X' : `身份证号第 ${wrong + 1} 位应是数字`
}

/** The 18 digits of who has 15: born in the 1900s, with the check digit that 15 have not. */
function modern(old: string): string {
  const body = `${old.slice(0, 6)}19${old.slice(6)}`
  return body + checkDigit(body)
}

/** A province; or 9, a province and a country: the card of a foreigner who stays (D-02). */
function isArea(idNumber: string): boolean {
  return provinces.has(idNumber[0] === '9' ? idNumber.slice(1, 3) : idNumber.slice(0, 2))
}

function checkDigit(idNumber: string): string {
  return checkDigits[weights.reduce((total, weight, index) => total + weight * Number(idNumber[index]), 0) % 11] ?? ''
}

function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
