import type { NoticePosted, PostNotice } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import { policyFact } from '../policy/index.ts'
import type { Context } from '../platform/index.ts'
import { addDays, beijingDay, statement } from '../platform/index.ts'
import { townshipOf } from '../requests/index.ts'
import { nextOf } from './next-of.ts'

/**
 * 公示 (F-7): from the day after it is posted, for the policy's days. The schema wants a survey of two, a check that
 * stands, and no more than must be borne. Refuses: survey_missing, check_missing, means_over, need_exceeded, objection_open.
 */
export async function postNotice(ctx: Context, requestId: string, input: PostNotice): Promise<NoticePosted> {
  return change<'last' | 'policy', NoticePosted>(ctx, {
    chain: townshipOf(requestId),
    facts: { last: nextOf('public_notices', requestId), policy: policyFact(beijingDay(ctx.clock())) },
    plan: ({ last, policy }, step) => {
      const noticeId = step.newId('ntc')
      const days = Number(policy[0]?.publicity_days)
      const notice = statement(
        `INSERT INTO public_notices (id, request_id, n, fen, days, posted_on, posted_by, posted_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        noticeId,
        requestId,
        Number(last[0]?.n),
        input.amountFen,
        days,
        step.on,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const answer = { id: requestId, noticeId, amountFen: input.amountFen, days, postedOn: step.on, untilOn: addDays(step.on, days) }
      return { object: requestId, statements: [notice], answer }
    },
  })
}
