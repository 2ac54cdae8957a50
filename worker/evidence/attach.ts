import type { Row, Statement } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'

/** A fact: which of these photos this session's person uploaded. Nobody attaches (and so reads) a stranger's. */
export function ownPhotos(tokenHash: string | null, ids: readonly string[]): Statement {
  return statement(
    `SELECT id, sha256 FROM evidence WHERE id IN (SELECT value FROM json_each(?))
       AND uploaded_by = (SELECT person_id FROM sessions WHERE token_hash = ?)`,
    JSON.stringify(ids),
    tokenHash ?? '',
  )
}

/** Refuses evidence_unknown; returns each photo's SHA-256 by id. */
export function requirePhotos(ids: readonly string[], rows: Row[], field: string): Map<string, string> {
  const known = new Map(rows.map((row) => [String(row.id), String(row.sha256)]))
  if (ids.some((id) => !known.has(id))) {
    throw new ProblemError('evidence_unknown', {
      fields: [{ field, label: '照片', message: '有照片没有传上来,请重新上传' }],
    })
  }
  return known
}
