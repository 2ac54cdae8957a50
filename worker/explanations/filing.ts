import type { ExplanationKind } from '../contract/index.ts'
import type { Step } from '../identity/index.ts'
import type { Context, Statement } from '../platform/index.ts'
import { digest, statement, textInsert } from '../platform/index.ts'

/** `textId`: words that are written already, as a small grant's reason is. */
export type Item = { kind: ExplanationKind; text?: string; textId?: string | null; evidenceIds?: string[] }
type Filing = { grantId: string; n: number; filedBy: string; items: Item[]; hashes: Map<string, string> }

/** What a filing's hash covers: each item's kind and its photos' SHA-256, whatever their order. */
export function filingHash(grantId: string, n: number, items: { kind: string; papers: string[] }[]): string {
  return digest(['filing', grantId, n, ...items.flatMap(({ kind, papers }) => [kind, ...papers.toSorted()])])
}

/** The statements of one filing. Who later accepts it accepts these papers and no others. */
export function filingInserts(ctx: Context, step: Step, { grantId, n, filedBy, items, hashes }: Filing): Statement[] {
  const parts = items.map((item, ordinal) => itemInserts(ctx, step, grantId, n, ordinal, item))
  const papersHash = filingHash(
    grantId,
    n,
    items.map(({ kind, evidenceIds }) => ({
      kind,
      papers: [...new Set(evidenceIds ?? [])].map((id) => hashes.get(id) ?? ''),
    })),
  )
  const filing = statement(
    'INSERT INTO filings (grant_id, n, filed_by, filed_at, papers_hash, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
    grantId,
    n,
    filedBy,
    step.at,
    papersHash,
    step.journalId,
  )
  return [filing, ...parts.flat()]
}

function itemInserts(ctx: Context, step: Step, grantId: string, n: number, ordinal: number, item: Item): Statement[] {
  const text = textInsert(ctx.cipher, step, item.text)
  const photos = [...new Set(item.evidenceIds ?? [])].map((id) =>
    statement(
      'INSERT INTO filing_photos (grant_id, n, ordinal, evidence_id, journal_id) VALUES (?, ?, ?, ?, ?)',
      grantId,
      n,
      ordinal,
      id,
      step.journalId,
    ),
  )
  const insert = statement(
    'INSERT INTO filing_items (grant_id, n, ordinal, kind, text_id, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
    grantId,
    n,
    ordinal,
    item.kind,
    text.id ?? item.textId ?? null,
    step.journalId,
  )
  return [...text.statements, insert, ...photos]
}
