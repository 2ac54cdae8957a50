import type { Row, Statement } from '../../db/database.ts'
import { statement } from '../../db/database.ts'
import { digest } from './digest.ts'

/** Who did what (D-09). `chain` is a township code or `county`; no names, no free words. */
export type JournalRow = {
  id: string
  chain: string
  at: string
  personId: string | null
  post: string | null
  device: string | null
  action: string
  object: string
  problem: string | null
  afterHash: string
  requestId: string
}

export type Head = { seq: number; hash: string }

/** The last row of the chain that `chain` (a scalar select) names; `chain` itself comes back too. */
export function journalHead(chain: Statement): Statement {
  return statement(
    `SELECT c.chain, j.seq, j.hash FROM (SELECT (${chain.sql}) AS chain) c
     LEFT JOIN journal j ON j.chain = c.chain AND j.seq = (SELECT max(seq) FROM journal WHERE chain = c.chain)`,
    ...chain.args,
  )
}

export function headOf(row: Row | undefined): Head {
  return { seq: Number(row?.seq ?? 0), hash: String(row?.hash ?? '') }
}

/** The canonical fields of a row, version 1: what its hash covers. */
export function journalFields(row: JournalRow, seq: number, prev: string): (string | number | null)[] {
  const { id, chain, at, personId, post, device, action, object, problem, afterHash, requestId } = row
  return [
    'xianjiu-journal-1',
    chain,
    seq,
    id,
    at,
    personId,
    post,
    device,
    action,
    object,
    problem,
    afterHash,
    requestId,
    prev,
  ]
}

export function journalInsert(row: JournalRow, head: Head): Statement {
  const seq = head.seq + 1
  return statement(
    `INSERT INTO journal (id, chain, seq, at, person_id, post, device, action, object, outcome, problem, after_hash,
       request_id, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.chain,
    seq,
    row.at,
    row.personId,
    row.post,
    row.device,
    row.action,
    row.object,
    row.problem === null ? 'done' : 'refused',
    row.problem,
    row.afterHash,
    row.requestId,
    head.hash,
    digest(journalFields(row, seq, head.hash)),
  )
}
