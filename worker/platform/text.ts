import type { Statement } from '../../db/database.ts'
import { statement } from '../../db/database.ts'
import type { Cipher } from './cipher.ts'

type Writing = { journalId: string; newId(prefix: string): string }

/** Free words go into `texts` as ciphertext; append-only rows keep the id. Nothing for no words. */
export function textInsert(
  cipher: Cipher,
  step: Writing,
  words: string | null | undefined,
): { id: string | null; statements: Statement[] } {
  if (!words) return { id: null, statements: [] }
  const id = step.newId('txt')
  const insert = statement(
    'INSERT INTO texts (id, cipher, journal_id) VALUES (?, ?, ?)',
    id,
    cipher.seal(words, `texts:${id}`),
    step.journalId,
  )
  return { id, statements: [insert] }
}

/** The words behind a `texts` row; null where there is none, or it was emptied. */
export function textOpen(cipher: Cipher, id: unknown, sealed: unknown): string | null {
  return typeof id === 'string' && typeof sealed === 'string' && sealed !== '' ? cipher.open(sealed, `texts:${id}`) : null
}
