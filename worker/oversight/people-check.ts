import { LocalConnection } from '../../db/local-connection.ts'
import type { Cipher, Row } from '../platform/index.ts'
import type { Report } from './verify.ts'

/** Columns as bytes: a text that is not UTF-8 would end the process. */
const people = `SELECT ${['id', 'name_cipher', 'holder_index', 'phone_cipher', 'phone_index', 'id_number_cipher', 'id_number_index']
  .map((column) => `CAST(${column} AS BLOB) AS ${column}`)
  .join(', ')} FROM persons`

/** `persons` may be updated, so no hash covers it: every name and number opens, and is found under its own index. */
export function peopleAreReadable(path: string, keys: () => Cipher): Report[number] {
  const check = 'every name and number opens, and is found by what it says'
  let count = 0
  try {
    const cipher = keys()
    const connection = new LocalConnection(path, 'reader')
    try {
      for (const row of connection.each(people)) {
        count += 1
        const bad = faultOf(cipher, row)
        if (bad) return { check, count, bad: `person ${String(row.id)}: ${bad}`, fund: null }
      }
    } finally {
      connection.close()
    }
    return { check, count, bad: null, fund: null }
  } catch (error) {
    return { check, count, bad: error instanceof Error ? error.message : String(error), fund: null }
  }
}

function faultOf(cipher: Cipher, row: Row): string | null {
  for (const [column, kind] of [['name', 'holder'], ['phone', 'phone'], ['id_number', 'id_number']] as const) {
    const sealed = row[`${column}_cipher`]
    if (sealed === null || sealed === undefined) continue
    try {
      const text = cipher.open(String(sealed), `persons.${column}:${String(row.id)}`)
      if (String(row[`${kind}_index`]) !== cipher.index(kind, text)) return `the index of its ${column} is another one’s`
    } catch {
      return `its ${column} was changed, or sealed with another key`
    }
  }
  return null
}
