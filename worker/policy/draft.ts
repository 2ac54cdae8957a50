import type { Drafted, DraftPolicy } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** A whole new version, proposed from a day to come (N-30); it counts for nothing until another person publishes it. Refuses: policy_past, policy_dates. */
export function draftPolicy(ctx: Context, { fromOn, values }: DraftPolicy): Promise<Drafted> {
  return change<never, Drafted>(ctx, {
    chain: statement("'county'"),
    facts: {},
    plan: (_, step) => {
      const draftId = step.newId('pdr')
      const insert = statement(
        'INSERT INTO policy_drafts (id, from_on, content, drafted_by, drafted_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
        draftId, fromOn, JSON.stringify(values), step.caller.personId, step.at, step.journalId)
      return { object: draftId, statements: [insert], answer: { draftId, draftedAt: step.at } }
    },
  })
}
