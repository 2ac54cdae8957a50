import { createHash } from 'node:crypto'
import type { Statement } from '../../worker/platform/index.ts'

let acts = 0

/** A journal row in plain SQL: as if this person had done something at that instant, in this chain. */
export function actInsert(personId: string, at: string, chain = '990101001'): { id: string; statement: Statement } {
  acts += 1
  const id = `jrn_by_hand_${acts}`
  const hash = createHash('sha256').update(id).digest('hex')
  const sql = `INSERT INTO journal (id, chain, seq, at, person_id, action, object, outcome, after_hash, request_id, prev, hash)
    SELECT ?1, ?2, coalesce(max(seq), 0) + 1, ?3, ?4, 'by hand', '', 'done', '', 'rid_by_hand',
      coalesce((SELECT hash FROM journal WHERE chain = ?2 ORDER BY seq DESC LIMIT 1), ''), ?5 FROM journal WHERE chain = ?2`
  return { id, statement: { sql, args: [id, chain, at, personId, hash] } }
}
