import type { Cipher } from '../platform/index.ts'
import { nearIndexes } from '../requests/index.ts'

/** A sealed column, what binds its cells, and the indexes by which what it says is found. Every sealed column is here. */
export type Sealed = { table: string; column: string; where(id: string): string; indexes: Index[] }
/** `kind` of the index. `with`: another sealed column of the row that comes before it, with a bar between. */
export type Index = { column: string; kind: string; with?: string }

const of = (table: string, name: string, indexes: Index[] = []): Sealed => ({
  table,
  column: `${name}_cipher`,
  where: (id) => `${table}.${name}:${id}`,
  indexes,
})

export const sealed: readonly Sealed[] = [
  of('persons', 'openid', [{ column: 'openid_index', kind: 'openid' }]),
  of('persons', 'name', [
    { column: 'holder_index', kind: 'holder' },
    { column: 'name_index', kind: 'name', with: 'name_place_cipher' },
    { column: 'near_indexes', kind: 'near', with: 'name_place_cipher' },
  ]),
  of('persons', 'name_place'),
  of('persons', 'phone', [{ column: 'phone_index', kind: 'phone' }]),
  of('persons', 'id_number', [{ column: 'id_number_index', kind: 'id_number' }]),
  of('pins', 'hash'),
  of('payees', 'holder', [{ column: 'holder_index', kind: 'holder' }]),
  of('payees', 'bank'),
  of('payees', 'account', [{ column: 'account_index', kind: 'account' }]),
  of('payees', 'salt'),
  { table: 'texts', column: 'cipher', where: (id) => `texts:${id}`, indexes: [] },
]

/** What the index of a cell is: over what it says, behind what the other cell says if the index wants one. */
export function indexOf(cipher: Cipher, { kind }: Index, said: string, before: string | null): string | null {
  if (kind === 'near') return nearIndexes(cipher, before ?? '', said)
  return cipher.index(kind, before === null ? said : `${before}|${said}`)
}
