import type { Row, Statement } from '../platform/index.ts'
import { personCell } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement } from '../platform/index.ts'
import { nearIndexes } from './near-names.ts'

/** What is known of a person now; every part may come later (D-02). */
export type Known = { name?: string; phone?: string; idNumber?: string; village?: string; township: string }

/** Name + village + township: how somebody without a number is found again (DESIGN 3, Frequency). */
export function nameIndex(ctx: Context, known: Known): string | null {
  return known.name ? ctx.cipher.index('name', `${placeOf(known)}|${known.name}`) : null
}

const placeOf = (known: Known): string => `${known.township}|${known.village ?? ''}`

/** A fact: who already has this id number. */
export function personByIdNumber(ctx: Context, idNumber: string | undefined): Statement {
  return statement(
    'SELECT id, name_cipher FROM persons WHERE id_number_index = ?',
    idNumber ? ctx.cipher.index('id_number', idNumber) : null,
  )
}

/** The person of a number, for who also knows the name beside it: a number alone opens nobody's file. */
export function knownTo(
  ctx: Context,
  row: Row | undefined,
  typed: string | undefined,
  callerId: string,
): string | null {
  if (!row) return null
  const id = String(row.id)
  const name = personCell(ctx.cipher, 'name', id, row.name_cipher)
  return id === callerId || name === null || name === typed ? id : null
}

export function personInsert(ctx: Context, id: string, known: Known, journalId: string): Statement {
  return statement(
    `INSERT INTO persons (id, name_cipher, name_index, holder_index, phone_cipher, phone_index, id_number_cipher,
       id_number_index, name_place_cipher, near_indexes, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    ...cells(ctx, id, known),
    journalId,
  )
}

/** Fills what was not known; changes nothing that is: a form rewrites nobody. */
export function personFill(ctx: Context, id: string, known: Known, journalId: string): Statement {
  return statement(
    `UPDATE persons SET name_index = iif(name_cipher IS NULL, ?2, name_index), holder_index = iif(name_cipher IS NULL, ?3, holder_index),
       name_cipher = coalesce(name_cipher, ?1), phone_index = iif(phone_cipher IS NULL, ?5, phone_index),
       phone_cipher = coalesce(phone_cipher, ?4), id_number_index = iif(id_number_cipher IS NULL, ?7, id_number_index),
       id_number_cipher = coalesce(id_number_cipher, ?6),
       name_place_cipher = iif(name_cipher IS NULL, ?8, name_place_cipher), near_indexes = iif(name_cipher IS NULL, ?9, near_indexes),
       journal_id = ?10 WHERE id = ?11`,
    ...cells(ctx, id, known),
    journalId,
    id,
  )
}

/** The caseworker, who saw the paper, corrects a name; an officer's name stands under what he signed and stays. */
export function personRename(ctx: Context, id: string, known: Known, journalId: string): Statement {
  const [name, nameIndexed, holder, , , , , place, near] = cells(ctx, id, known)
  return statement(
    `UPDATE persons SET name_cipher = ?, name_index = ?, holder_index = ?, name_place_cipher = ?, near_indexes = ?, journal_id = ?
     WHERE id = ? AND NOT EXISTS (SELECT 1 FROM posts WHERE person_id = persons.id)`,
    name ?? null,
    nameIndexed ?? null,
    holder ?? null,
    place ?? null,
    near ?? null,
    journalId,
    id,
  )
}

function cells(ctx: Context, id: string, known: Known): (string | null)[] {
  const seal = (column: string, text: string | undefined) =>
    text ? ctx.cipher.seal(text, `persons.${column}:${id}`) : null
  const index = (kind: string, text: string | undefined) => (text ? ctx.cipher.index(kind, text) : null)
  return [
    seal('name', known.name),
    nameIndex(ctx, known),
    index('holder', known.name),
    seal('phone', known.phone),
    index('phone', known.phone),
    seal('id_number', known.idNumber),
    index('id_number', known.idNumber),
    seal('name_place', known.name && placeOf(known)),
    known.name ? nearIndexes(ctx.cipher, placeOf(known), known.name) : null,
  ]
}

/** A fact: households of people with the same telephone, or the same name and village, as the person of a request. */
export function lookalikes(requestId: string): Statement {
  return statement(
    `SELECT DISTINCT m.household_id, iif(q.phone_index = p.phone_index, 'phone', 'name') AS why
     FROM requests r JOIN persons p ON p.id = r.person_id
     JOIN persons q ON q.id <> p.id AND (q.phone_index = p.phone_index OR q.name_index = p.name_index)
     JOIN household_members m ON m.person_id = q.id WHERE r.id = ?`,
    requestId,
  )
}
