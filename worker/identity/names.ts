import type { Cipher, Value } from '../platform/index.ts'

/** 王秀兰 -> 王** is 王* on the wire: surname and one star, whatever the length (D-11). */
export function maskedName(name: string): string {
  return `${[...name][0] ?? ''}*`
}

/** First 6, last 4 (D-11). */
export function maskedIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`
}

/** Last 4 (D-11). */
export function maskedPhone(phone: string): string {
  return `*******${phone.slice(-4)}`
}

/** Opens a cell of `persons`; null where nothing is known. */
export function personCell(
  cipher: Cipher,
  column: 'name' | 'phone' | 'id_number',
  id: Value,
  sealed: Value | undefined,
): string | null {
  return typeof sealed === 'string' ? cipher.open(sealed, `persons.${column}:${String(id)}`) : null
}
