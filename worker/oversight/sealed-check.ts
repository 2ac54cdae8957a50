import { LocalConnection } from '../../db/local-connection.ts'
import type { Cipher, Row } from '../platform/index.ts'
import type { Verdict } from './finding.ts'
import type { Report } from './verify.ts'

/** A sealed column, what binds its cells, and the index by which what it says is found. */
type Sealed = { table: string; column: string; where(id: string): string; index: { column: string; kind: string } | null }

const of = (table: string, name: string, kind: string | null): Sealed => ({
  table,
  column: `${name}_cipher`,
  where: (id) => `${table}.${name}:${id}`,
  index: kind === null ? null : { column: `${kind}_index`, kind },
})
const sealed: Sealed[] = [
  of('persons', 'name', 'holder'),
  of('persons', 'phone', 'phone'),
  of('persons', 'id_number', 'id_number'),
  of('payees', 'holder', 'holder'),
  of('payees', 'bank', null),
  of('payees', 'account', 'account'),
  { table: 'texts', column: 'cipher', where: (id) => `texts:${id}`, index: null },
]

/** What may be emptied one day is in no hash: each name, number and word is opened, and is found by what it says. */
export function sealedIsReadable(path: string, keys: () => Cipher): Report[number] {
  const check = 'every name, number and word opens, and is found by what it says'
  try {
    return { check, ...opened(path, keys()) }
  } catch (error) {
    return { check, count: 0, bad: error instanceof Error ? error.message : String(error), fund: null }
  }
}

function opened(path: string, cipher: Cipher): Verdict {
  const connection = new LocalConnection(path, 'reader')
  let count = 0
  try {
    for (const one of sealed) {
      for (const row of connection.each(filledCells(one))) {
        count += 1
        const bad = faultOf(cipher, one, row)
        if (bad) return { count, bad: `${one.table} ${String(row.id)}: ${bad}`, fund: null }
      }
    }
    return { count, bad: null, fund: null }
  } finally {
    connection.close()
  }
}

/** An emptied cell says nothing. */
function filledCells({ table, column, index }: Sealed): string {
  const columns = ['id', column, ...(index ? [index.column] : [])]
  return `SELECT ${columns.join(', ')} FROM ${table} WHERE ${column} <> ''`
}

function faultOf(cipher: Cipher, { column, where, index }: Sealed, row: Row): string | null {
  try {
    const said = cipher.open(String(row[column]), where(String(row.id)))
    if (index === null || String(row[index.column]) === cipher.index(index.kind, said)) return null
    return `${index.column} is not of what ${column} says`
  } catch {
    return `${column} was changed, or sealed with another key`
  }
}
