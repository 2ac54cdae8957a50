import { timed } from '../identity/index.ts'
import type { Cipher, Row, Services, Statement } from '../platform/index.ts'
import { newCanary, statement } from '../platform/index.ts'
import type { Sealed } from './sealed.ts'
import { indexOf, sealed } from './sealed.ts'

/** `to`: sealed with the new key alone; the county's own cipher opens with all. `fresh`: the kid that `to` seals with. */
export type NewKeys = { to: Cipher; kid: string }
export type Rekeying = { id: string; toKey: string }

const batch = 500
const county = statement("'county'")
const action = 'privacy.rekey'

/** The change of keys that has begun and has no end yet. */
export const openRekeying = statement(
  'SELECT r.id, r.to_key FROM rekeyings r WHERE NOT EXISTS (SELECT 1 FROM rekeying_ends e WHERE e.rekeying_id = r.id)',
)

/** Goes on with what was begun, or begins: from now on nobody else writes a row, until the end is written. */
export async function beginRekeying(services: Services, kid: string): Promise<Rekeying> {
  const [rows] = await services.db.read([openRekeying])
  const open = rows?.[0]
  if (open) return { id: String(open.id), toKey: String(open.to_key) }
  const begun = await timed<never, Rekeying>(services, {
    action,
    chain: county,
    facts: {},
    plan: (_, step) => {
      const id = step.newId('rky')
      const insert = statement('INSERT INTO rekeyings (id, to_key, began_at, journal_id) VALUES (?, ?, ?, ?)', id, kid, step.at, step.journalId)
      return { object: id, statements: [insert], answer: { id, toKey: kid } }
    },
  })
  if (!begun) throw new Error('no rekeying was begun')
  return begun
}

/** Seals the next rows of one table anew, with every index over them. 0: nothing of it is left. */
export async function resealBatch(services: Services, keys: NewKeys, rekeying: Rekeying, table: string): Promise<number> {
  const columns = sealed.filter((one) => one.table === table)
  const stale = columns.map(({ column }) => `(${column} <> '' AND substr(${column}, 1, ${keys.kid.length + 1}) <> '${keys.kid}:')`).join(' OR ')
  const done = await timed<'rows', number>(services, {
    action,
    chain: county,
    facts: { rows: statement(`SELECT * FROM ${table} WHERE ${stale} LIMIT ${batch}`) },
    plan: ({ rows }) =>
      rows.length === 0 ? null : { object: rekeying.id, statements: rows.map((row) => resealed(services.cipher, keys.to, columns, row)), answer: rows.length },
  })
  return done ?? 0
}

function resealed(from: Cipher, to: Cipher, columns: readonly Sealed[], row: Row): Statement {
  const id = String(row.id)
  const said = new Map(columns.flatMap(({ column, where }) => {
    const cell = row[column]
    return typeof cell === 'string' && cell !== '' ? [[column, from.open(cell, where(id))] as const] : []
  }))
  const cells = columns.flatMap(({ column, where, indexes }) => {
    const words = said.get(column)
    if (words === undefined) return []
    return [
      [column, to.seal(words, where(id))] as const,
      ...indexes.map((index) => {
        const before = index.with === undefined ? null : said.get(index.with)
        return [index.column, before === undefined ? null : indexOf(to, index, words, before)] as const
      }),
    ]
  })
  const { table } = columns[0] ?? { table: '' }
  return statement(`UPDATE ${table} SET ${cells.map(([name]) => `${name} = ?`).join(', ')} WHERE id = ?`, ...cells.map(([, cell]) => cell), id)
}

/** The county is the new key's: its canary sings to it alone. The schema refuses while anything is left of another key. */
export async function endRekeying(services: Services, keys: NewKeys, rekeying: Rekeying, counted: { rows: number; photos: number }): Promise<void> {
  await timed<never, true>(services, {
    action,
    chain: county,
    facts: {},
    plan: (_, step) => ({
      object: rekeying.id,
      statements: [
        statement('UPDATE county SET canary = ? WHERE id = 1', newCanary(keys.to)),
        statement(
          'INSERT INTO rekeying_ends (rekeying_id, rows, photos, ended_at, journal_id) VALUES (?, ?, ?, ?, ?)',
          rekeying.id,
          counted.rows,
          counted.photos,
          step.at,
          step.journalId,
        ),
      ],
      answer: true,
    }),
  })
}

/** Tables with sealed columns. */
export const sealedTables: readonly string[] = [...new Set(sealed.map(({ table }) => table))]
