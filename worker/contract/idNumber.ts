/** 公民身份号码, 18 digits (GB 11643; RULEBOOK D-01). */

export type IdNumber =
  { ok: true; idNumber: string; bornOn: string; sex: 'male' | 'female' } | { ok: false; reason: string }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** The area prefix of invented people: belongs to nobody, so a demo number hits no real person. */
export const inventedArea = '990101'

/** Half-width, upper-case, without spaces. */
export function normalizeIdNumber(text: string): string {
  return text
    .replace(/[０-９Ｘｘ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .toUpperCase()
}

/** Checks form, area, birth date, age (0-130) and check digit, in that order. `todayOn` is YYYY-MM-DD in Beijing. */
export function checkIdNumber(text: string, todayOn: string, allowInvented: boolean): IdNumber {
  const idNumber = normalizeIdNumber(text)
  if (!/^\d{17}[\dX]$/.test(idNumber)) return { ok: false, reason: '身份证号应为 18 位' }
  if (idNumber.startsWith(inventedArea) ? !allowInvented : !/^[1-8]/.test(idNumber)) {
    return { ok: false, reason: '身份证号前 6 位的地区不对' }
  }
  const bornOn = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  if (!isRealDay(bornOn)) return { ok: false, reason: '身份证号里的出生日期不存在' }
  if (bornOn > todayOn) return { ok: false, reason: '身份证号里的出生日期在今天之后' }
  if (Number(todayOn.slice(0, 4)) - Number(bornOn.slice(0, 4)) > 130)
    return { ok: false, reason: '身份证号里的年龄超过 130 岁' }
  const sum = weights.reduce((total, weight, index) => total + weight * Number(idNumber[index]), 0)
  if (checkDigits[sum % 11] !== idNumber[17]) return { ok: false, reason: '身份证号最后一位对不上,请再看一遍' }
  return { ok: true, idNumber, bornOn, sex: Number(idNumber[16]) % 2 === 1 ? 'male' : 'female' }
}

function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
