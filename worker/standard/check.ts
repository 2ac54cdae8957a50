import type { CheckMeans, MeansChecked } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement, textInsert } from '../platform/index.ts'
import { townshipOf } from '../requests/index.ts'
import { nextOf } from './next-of.ts'

const flag = (yes: boolean): number => (yes ? 1 : 0)

/**
 * 核对: what the county's report says of income and property (N-12), or 免核 because the household is recognised (N-05).
 * Refuses: authorisation_missing, check_expired, post_required, beneficiary, request_not_open.
 */
export async function checkMeans(ctx: Context, requestId: string, input: CheckMeans): Promise<MeansChecked> {
  const report = input.basis === 'report' ? input : null
  return change<'last', MeansChecked>(ctx, {
    chain: townshipOf(requestId),
    facts: { last: nextOf('means_checks', requestId) },
    plan: ({ last }, step) => {
      const paper = textInsert(ctx.cipher, step, input.paper)
      const insert = statement(
        `INSERT INTO means_checks (request_id, n, basis, recognised, income_within, property_within, paper_text_id, until_on, checked_by, checked_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        requestId,
        Number(last[0]?.n),
        input.basis,
        input.basis === 'recognised' ? input.recognised : null,
        report && flag(report.incomeWithin),
        report && flag(report.propertyWithin),
        paper.id,
        input.untilOn,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return { object: requestId, statements: [...paper.statements, insert], answer: { id: requestId, checkedAt: step.at } }
    },
  })
}
