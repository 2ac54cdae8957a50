import type { FundView, ImprestPart, Place } from '../contract/index.ts'
import type { Row, Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** A fact: what each event has done to the county's side of this fund, undone entries left out. */
export function imprestFact(code: string): Statement {
  return statement(
    `SELECT e.event, sum(iif(e.credit_place = 'county', e.fen, -e.fen)) AS fen FROM entries e
     WHERE e.fund_code = ?1 AND 'county' IN (e.debit_place, e.credit_place) AND e.event <> 'undo'
       AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = ?1 AND u.undoes = e.seq)
     GROUP BY e.event ORDER BY min(e.seq)`,
    code,
  )
}

/** R-01 as a report: quota - entrusted = gap, each part of what was entrusted by name. */
export function imprestOf(
  quotaFen: number,
  balances: { place: Place; fen: number }[],
  rows: Row[],
): FundView['imprest'] {
  const at = (place: Place): number => balances.find((one) => one.place === place)?.fen ?? 0
  return {
    quotaFen,
    entrustedFen: at('county'),
    gapFen: quotaFen - at('county'),
    unknownFen: at('suspense'),
    parts: rows.map((row) => ({ part: row.event as ImprestPart, amountFen: Number(row.fen) })),
  }
}
