import { LocalConnection } from '../../db/local-connection.ts'
import type { Cipher, Row } from '../platform/index.ts'
import { saidHash } from '../platform/index.ts'
import type { Verdict } from './finding.ts'
import type { Index, Sealed } from './sealed.ts'
import { indexOf, sealed } from './sealed.ts'
import type { Report } from './verify.ts'

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
    const accounts = connection.each("SELECT id, holder_cipher, bank_cipher, account_cipher, salt_cipher, said_hash FROM payees WHERE salt_cipher <> ''")
    for (const row of accounts) if (!saysTheSame(cipher, row)) return { count, bad: `payees ${String(row.id)}: it said something else when it was set`, fund: null }
    return { count, bad: null, fund: null }
  } finally {
    connection.close()
  }
}

/** An emptied cell says nothing. */
function filledCells({ table, column, indexes }: Sealed): string {
  const columns = new Set(['id', column, ...indexes.flatMap((index) => [index.column, index.with ?? column])])
  return `SELECT ${[...columns].join(', ')} FROM ${table} WHERE ${column} <> ''`
}

function faultOf(cipher: Cipher, one: Sealed, row: Row): string | null {
  const { column, where, indexes } = one
  try {
    const said = cipher.open(String(row[column]), where(String(row.id)))
    const wrong = indexes.find((index) => row[index.column] !== expected(cipher, one, index, row, said))
    return wrong ? `${wrong.column} is not of what ${column} says` : null
  } catch {
    return `${column} was changed, or sealed with another key`
  }
}

/** Without the other cell there is no index: a name without a place. */
function expected(cipher: Cipher, one: Sealed, index: Index, row: Row, said: string): string | null {
  if (index.with === undefined) return indexOf(cipher, index, said, null)
  const other = row[index.with]
  if (typeof other !== 'string') return null
  return indexOf(cipher, index, said, cipher.open(other, `${one.table}.${index.with.replace(/_cipher$/, '')}:${String(row.id)}`))
}

function saysTheSame(cipher: Cipher, row: Row): boolean {
  const open = (name: string) => cipher.open(String(row[`${name}_cipher`]), `payees.${name}:${String(row.id)}`)
  return row.said_hash === saidHash(open('salt'), { holder: open('holder'), bank: open('bank'), account: open('account') })
}
