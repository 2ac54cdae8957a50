import type { Closed, CloseMonth } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { addDays, fieldProblem, statement } from '../platform/index.ts'
import { fundOf, townshipOfFund } from './order.ts'

/**
 * 结账: what each place held at the end of the month is kept, and no entry's day may lie before it any more;
 * so the next month opens with what this one closed with. At a year's end the policy may want the rest returned first.
 * Refuses: period_open, period_closed, slip_waiting, year_end_return, post_required, fund_frozen.
 */
export async function closeMonth(ctx: Context, code: string, { untilOn }: CloseMonth): Promise<Closed> {
  const fund = fundOf({ fund: code })
  if (!addDays(untilOn, 1).endsWith('-01')) throw fieldProblem('untilOn', '结账到哪天', '要写一个月的最后一天')
  return change<'sums', Closed>(ctx, {
    chain: townshipOfFund(fund),
    facts: {
      sums: statement(
        `SELECT p.place, coalesce((SELECT sum(fen) FROM fund_days WHERE fund_code = ?1 AND place = p.place AND day <= ?2), 0) AS fen
         FROM places p ORDER BY p.place`,
        code,
        untilOn,
      ),
    },
    plan: ({ sums }, step) => {
      const closing = statement(
        'INSERT INTO closings (fund_code, until_on, closed_by, closed_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        code,
        untilOn,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const balances = sums.map((row) =>
        statement(
          'INSERT INTO closing_balances (fund_code, until_on, place, fen, journal_id) VALUES (?, ?, ?, ?, ?)',
          code,
          untilOn,
          String(row.place),
          Number(row.fen),
          step.journalId,
        ),
      )
      return {
        object: `${code}/${untilOn}`,
        statements: [closing, ...balances],
        answer: { fundCode: code, untilOn, at: step.at },
      }
    },
  })
}
