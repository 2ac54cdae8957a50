import { describe, expect, it } from 'vitest'
import type { Attacked, Bend } from '../support/attack.ts'
import { actOf, attackedAt, attackedCounty, officer } from '../support/attack.ts'
import { engines } from '../support/engines.ts'

/** Every table whose rows say who did something and when. */
const deeds: [table: string, who: string, when: string][] = [
  ['evidence', 'uploaded_by', 'uploaded_at'],
  ['requests', 'submitted_by', 'submitted_at'],
  ['acceptances', 'accepted_by', 'accepted_at'],
  ['other_aid', 'entered_by', 'entered_at'],
  ['program_lists', 'imported_by', 'imported_at'],
  ['program_list_closings', 'closed_by', 'closed_at'],
  ['program_list_undoings', 'undone_by', 'undone_at'],
  ['exceptions', 'asked_by', 'asked_at'],
  ['exception_answers', 'answered_by', 'answered_at'],
  ['household_changes', 'changed_by', 'changed_at'],
  ['invitations', 'invited_by', 'invited_at'],
  ['invitation_withdrawals', 'withdrawn_by', 'withdrawn_at'],
  ['post_endings', 'ended_by', 'ended_at'],
  ['payees', 'set_by', 'set_at'],
  ['refusals', 'refused_by', 'refused_at'],
  ['withdrawals', 'withdrawn_by', 'withdrawn_at'],
  ['escalations', 'escalated_by', 'escalated_at'],
  ['delegation_letters', 'signed_by', 'signed_at'],
  ['letter_revocations', 'revoked_by', 'revoked_at'],
  ['county_proposals', 'proposed_by', 'proposed_at'],
  ['hand_backs', 'handed_back_by', 'handed_back_at'],
  ['grants', 'approved_by', 'granted_at'],
  ['cancellations', 'cancelled_by', 'cancelled_at'],
  ['payout_cancellations', 'cancelled_by', 'cancelled_at'],
  ['slip_voidings', 'voided_by', 'voided_at'],
  ['closings', 'closed_by', 'closed_at'],
  ['claims', 'made_by', 'made_at'],
  ['claim_confirmations', 'confirmed_by', 'confirmed_at'],
  ['claim_dismissals', 'dismissed_by', 'dismissed_at'],
  ['cash_slips', 'handed_by', 'handed_at'],
  ['filings', 'filed_by', 'filed_at'],
  ['filing_acceptances', 'accepted_by', 'accepted_at'],
  ['filing_returns', 'returned_by', 'returned_at'],
  ['consents', 'recorded_by', 'given_at'],
  ['consent_withdrawals', 'withdrawn_by', 'withdrawn_at'],
  ['reveals', 'revealed_by', 'revealed_at'],
  ['reveal_reviews', 'reviewed_by', 'reviewed_at'],
  ['calendar_lists', 'imported_by', 'imported_at'],
  ['calendar_confirmations', 'confirmed_by', 'confirmed_at'],
  ['authorisations', 'authorised_by', 'authorised_at'],
  ['means_checks', 'checked_by', 'checked_at'],
  ['surveys', 'surveyed_by', 'surveyed_at'],
  ['survey_signatures', 'signed_by', 'signed_at'],
  ['public_notices', 'posted_by', 'posted_at'],
  ['objections', 'raised_by', 'raised_at'],
  ['hearings', 'held_by', 'held_at'],
  ['objection_results', 'decided_by', 'decided_at'],
  ['proposals', 'made_by', 'made_at'],
  ['proposal_confirmations', 'confirmed_by', 'confirmed_at'],
  ['proposal_dismissals', 'dismissed_by', 'dismissed_at'],
  ['policy_drafts', 'drafted_by', 'drafted_at'],
  ['policy_publications', 'published_by', 'published_at'],
  ['policy_draft_dismissals', 'dismissed_by', 'dismissed_at'],
  ['desk_answers', 'answered_by', 'answered_at'],
]
const cashier = officer('cashier')

/** Nothing in this row is right but who, when and the act that it names. */
async function rowOf({ plain }: Attacked, table: string, who: string, when: string): Promise<Bend> {
  const columns = await plain.run(`SELECT name, type FROM pragma_table_info('${table}')`)
  const nonsense = columns.map(({ name, type }) => [String(name), type === 'INTEGER' ? 1 : 'x'] as const)
  return { ...Object.fromEntries(nonsense), [who]: cashier, [when]: attackedAt, journal_id: actOf(cashier) }
}

describe.each(engines)('$name', (engine) => {
  it('the list of deeds is whole: every table that names a person and an instant is on it', async () => {
    const { plain } = await attackedCounty(engine)
    const tables = await plain.run(
      `SELECT m.name FROM sqlite_schema m WHERE m.type = 'table'
        AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name LIKE '%\\_by' ESCAPE '\\')
        AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name LIKE '%\\_at' ESCAPE '\\') ORDER BY 1`,
    )
    expect(tables.map(({ name }) => name)).toEqual(deeds.map(([table]) => table).toSorted())
  })

  it.each(deeds)('%s are written in no other name than that of the act, and not for yesterday', async (...deed) => {
    const [table, who, when] = deed
    const attacked = await attackedCounty(engine)
    await attacked.everybodyActs()
    const right = await rowOf(attacked, ...deed)
    const insert = (bend: Bend) => attacked.insert(table, { ...right, ...bend })
    for (const bend of [
      { [who]: officer('leader') },
      { journal_id: actOf(officer('leader')) },
      { [when]: '2026-09-28T01:59:59.999Z' },
      { [when]: '2026-09-28T02:00:00.001Z' },
      { journal_id: 'jrn_none' },
    ])
      await expect(insert(bend), JSON.stringify(bend)).rejects.toThrow(/^append_only$/)
    // with its own act the row is refused for what else is wrong with it
    await expect(insert({})).rejects.toThrow(/^(?!append_only)/)
  })
})
