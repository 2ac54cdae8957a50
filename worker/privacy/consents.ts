import type { ConsentWithdrawn, NoticeKind, OwnConsents } from '../contract/index.ts'
import { currentNotice, ownConsents } from '../contract/index.ts'
import { change, signedIn } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** What the caller was told and agreed to, newest first, and what is still to be shown. */
export async function listOwnConsents(ctx: Context): Promise<OwnConsents> {
  const caller = await signedIn(ctx)
  const [rows = []] = await ctx.db.read([
    statement(
      `SELECT k.*, w.withdrawn_at FROM consents k LEFT JOIN consent_withdrawals w ON w.consent_id = k.id
       WHERE k.person_id = ? ORDER BY k.given_at DESC, k.id DESC LIMIT 100`,
      caller.personId,
    ),
  ])
  const knows = (kind: NoticeKind) =>
    rows.some((row) => row.kind === kind && row.version === currentNotice && row.basis === 'consent' && row.withdrawn_at === null)
  return ownConsents.parse({
    ask: (['privacy', 'sensitive'] as const).filter((kind) => !knows(kind)),
    items: rows.map(({ id, kind, version, basis, giver, given_at: givenAt, withdrawn_at: withdrawnAt }) => ({ id, kind, version, basis, giver, givenAt, withdrawnAt })),
  })
}

/** The separate consent is taken back (PIPL 15). Refuses: not_found, consent_withdrawn. */
export async function withdrawConsent(ctx: Context, consentId: string): Promise<ConsentWithdrawn> {
  return change<never, ConsentWithdrawn>(ctx, {
    chain: statement("SELECT 'county' FROM consents WHERE id = ?", consentId),
    facts: {},
    plan: (_, step) => ({
      object: consentId,
      statements: [
        statement(
          'INSERT INTO consent_withdrawals (consent_id, withdrawn_by, withdrawn_at, journal_id) VALUES (?, ?, ?, ?)',
          consentId,
          step.caller.personId,
          step.at,
          step.journalId,
        ),
      ],
      answer: { id: consentId, withdrawnAt: step.at },
    }),
  })
}
