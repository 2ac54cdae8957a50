import type { ExplanationKind } from '../contract/index.ts'
import type { Step } from '../identity/index.ts'
import type { Context, Statement } from '../platform/index.ts'
import { digest, statement, textInsert } from '../platform/index.ts'

export type Item = { kind: ExplanationKind; text?: string; evidenceIds?: string[] }
type Filing = { grantId: string; n: number; filedBy: string; items: Item[]; hashes: Map<string, string> }

/** The statements of one filing; `papersHash` binds every photo's SHA-256 and every ciphertext's id to it. */
export function filingInserts(ctx: Context, step: Step, { grantId, n, filedBy, items, hashes }: Filing): Statement[] {
  const parts = items.map((item, ordinal) => itemInserts(ctx, step, grantId, n, ordinal, item))
  const papersHash = digest([
    'filing', grantId, n,
    ...items.flatMap((item) => [item.kind, ...(item.evidenceIds ?? []).map((id) => hashes.get(id) ?? '')]),
  ])
  const filing = statement(
    'INSERT INTO filings (grant_id, n, filed_by, filed_at, papers_hash, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
    grantId, n, filedBy, step.at, papersHash, step.journalId)
  return [filing, ...parts.flat()]
}

function itemInserts(ctx: Context, step: Step, grantId: string, n: number, ordinal: number, item: Item): Statement[] {
  const text = textInsert(ctx.cipher, step, item.text)
  const photos = [...new Set(item.evidenceIds ?? [])].map((id) => statement(
    'INSERT INTO filing_photos (grant_id, n, ordinal, evidence_id, journal_id) VALUES (?, ?, ?, ?, ?)', grantId, n, ordinal, id, step.journalId))
  const insert = statement(
    'INSERT INTO filing_items (grant_id, n, ordinal, kind, text_id, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
    grantId, n, ordinal, item.kind, text.id, step.journalId)
  return [...text.statements, insert, ...photos]
}
