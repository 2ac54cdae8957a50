import { entryInserts, fundHead, fundHeadOf } from '../fund/index.ts'
import { timed } from '../identity/index.ts'
import type { Services, Statement } from '../platform/index.ts'
import { beijingDay, digest, ProblemError, statement } from '../platform/index.ts'

/** Funds with an explanation whose official due day is over and that nobody has filed; a provisional day never lapses (N-22). */
const lapsing = (on: string): Statement =>
  statement('SELECT DISTINCT fund_code FROM unfiled_payouts WHERE due_on < ? AND provisional = 0 ORDER BY fund_code', on)

/** How many payouts lapsed, and the funds that took no entry (a frozen one keeps its state). */
export type Lapsed = { lapsed: number; refused: string[] }

/**
 * 说明逾期: what is owed past its due day moves from `awaiting` to `overdue`, fund by fund, in nobody's name.
 * Accepting the explanation later still clears it. Done twice, the second time moves nothing.
 */
export async function lapseExplanations(services: Services): Promise<Lapsed> {
  const on = beijingDay(services.clock())
  const [funds] = await services.db.read([lapsing(on)])
  const result: Lapsed = { lapsed: 0, refused: [] }
  for (const { fund_code: code } of funds ?? []) {
    try {
      result.lapsed += (await lapseFund(services, String(code))) ?? 0
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      result.refused.push(`${String(code)} ${error.code}`)
    }
  }
  return result
}

function lapseFund(services: Services, code: string): Promise<number | null> {
  return timed<'head' | 'payouts', number>(services, {
    action: 'explanations.lapse',
    chain: statement("SELECT coalesce(township_code, 'county') FROM funds WHERE code = ?", code),
    facts: {
      head: fundHead(statement('?', code)),
      payouts: statement(
        `SELECT w.payout_id, w.fen, w.due_on, g.salt FROM unfiled_payouts w JOIN grants g ON g.id = w.grant_id
         WHERE w.fund_code = ? AND w.due_on < ? AND w.provisional = 0 ORDER BY w.payout_id`,
        code,
        beijingDay(services.clock()),
      ),
    },
    plan: ({ head: heads, payouts }, step) => {
      const head = fundHeadOf(heads[0])
      if (!head || payouts.length === 0) return null
      const entries = payouts.map((payout) => ({
        event: 'lapse' as const,
        debit: 'overdue' as const,
        credit: 'awaiting' as const,
        fen: Number(payout.fen),
        payoutId: String(payout.payout_id),
        day: step.on,
        at: step.at,
        madeBy: null,
        factsHash: digest([String(payout.salt), 'lapse', String(payout.payout_id), String(payout.due_on)]),
        journalId: step.journalId,
      }))
      return { object: code, statements: entryInserts(head, entries), answer: entries.length }
    },
  })
}
