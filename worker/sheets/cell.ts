import type { CellValue } from 'hucre'
import { plainText } from './values.ts'

/** One cell as text. A number is written as Excel would show it: more than 15 digits are gone, and that is to be seen. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return plainText(value)
  if (typeof value === 'number') return numberText(value)
  if (value instanceof Date) return dateText(value)
  return String(value)
}

function numberText(value: number): string {
  if (Math.abs(value) >= 1e15) return value.toExponential(14).replace(/\.?0+e/, 'E').replace('e', 'E')
  return String(Number(value.toPrecision(15)))
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const [day = '', time = ''] = value.toISOString().slice(0, 19).split('T')
  return time === '00:00:00' ? day : `${day} ${time}`
}
