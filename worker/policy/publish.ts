import type { DismissDraft, DraftDismissed, PolicyValues, Published } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { ProblemError, statement, textInsert } from '../platform/index.ts'
import { policyInserts } from './values.ts'

/** A draft's own words; it was held against its shape when it was written, and the schema holds it again. */
export const contentOf = (row: Row): PolicyValues => JSON.parse(String(row.content)) as PolicyValues

/** The draft becomes the next version, by a second person. Refuses: second_person_required, proposal_closed, policy_past and each line by its name. */
export function publishPolicy(ctx: Context, draftId: string): Promise<Published> {
  return change<'draft' | 'last', Published>(ctx, {
    chain: statement("'county'"),
    facts: {
      draft: statement(
        `SELECT from_on, content, EXISTS (SELECT 1 FROM policy_publications WHERE draft_id = d.id)
           OR EXISTS (SELECT 1 FROM policy_draft_dismissals WHERE draft_id = d.id) AS closed FROM policy_drafts d WHERE id = ?`, draftId),
      last: statement('SELECT max(version) AS version FROM policies'),
    },
    plan: ({ draft: [draft], last: [last] }, step) => {
      if (!draft) throw new ProblemError('not_found')
      if (draft.closed === 1) throw new ProblemError('proposal_closed')
      const version = Number(last?.version) + 1
      const fromOn = String(draft.from_on)
      const insert = statement(
        'INSERT INTO policy_publications (draft_id, version, published_by, published_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        draftId, version, step.caller.personId, step.at, step.journalId)
      return {
        object: draftId,
        statements: [...policyInserts(version, fromOn, contentOf(draft), step.journalId), insert],
        answer: { draftId, version, fromOn, publishedAt: step.at },
      }
    },
  })
}

/** A draft ends here, with a reason: taken back by who wrote it, or turned down. Refuses: proposal_closed. */
export function dismissDraft(ctx: Context, draftId: string, input: DismissDraft): Promise<DraftDismissed> {
  return change<'draft', DraftDismissed>(ctx, {
    chain: statement("'county'"),
    facts: { draft: statement('SELECT id FROM policy_drafts WHERE id = ?', draftId) },
    plan: ({ draft: [draft] }, step) => {
      if (!draft) throw new ProblemError('not_found')
      const reason = textInsert(ctx.cipher, step, input.reason)
      const insert = statement(
        'INSERT INTO policy_draft_dismissals (draft_id, reason_text_id, dismissed_by, dismissed_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        draftId, reason.id, step.caller.personId, step.at, step.journalId)
      return { object: draftId, statements: [...reason.statements, insert], answer: { draftId, dismissedAt: step.at } }
    },
  })
}
