import type { EntryPage, EntryView } from '../contract/index.ts'
import { entryView } from '../contract/index.ts'
import { inScope, maskedName, personCell, signedIn } from '../identity/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'

const running = (place: string) =>
  `sum(iif(e.debit_place = '${place}', e.fen, 0) - iif(e.credit_place = '${place}', e.fen, 0)) OVER (ORDER BY e.seq)`

/** The ledger of a fund, newest first, with the running balances of what may be spent. `after` = the last seq seen. */
export async function listEntries(
  ctx: Context,
  code: string,
  query: { after?: string; limit?: number },
): Promise<EntryPage> {
  const caller = await signedIn(ctx)
  const limit = query.limit ?? 50
  const [fundRows, rows] = await ctx.db.read([
    statement("SELECT coalesce(township_code, 'county') AS township_code FROM funds WHERE code = ?", code),
    statement(
      `WITH walk AS (
         SELECT e.*, ${running('bank.available')} AS bank_running, ${running('cash.available')} AS cash_running
         FROM entries e WHERE e.fund_code = ?1)
       SELECT w.*, g.number, g.request_id, q.number AS claim_number, m.name_cipher AS maker, k.name_cipher AS checker,
         EXISTS (SELECT 1 FROM posts WHERE person_id = w.made_by) AS officer
       FROM (SELECT * FROM walk WHERE seq < ?2 ORDER BY seq DESC LIMIT ?3) w
       LEFT JOIN payouts p ON p.id = w.payout_id LEFT JOIN grants g ON g.id = p.grant_id
       LEFT JOIN persons m ON m.id = w.made_by LEFT JOIN claims q ON q.id = w.claim_id LEFT JOIN persons k ON k.id = w.checked_by ORDER BY w.seq DESC`,
      code,
      /^\d{1,15}$/.test(query.after ?? '') ? Number(query.after) : Number.MAX_SAFE_INTEGER,
      limit + 1,
    ),
  ])
  const township = fundRows?.[0]?.township_code
  if (typeof township !== 'string') throw new ProblemError('not_found')
  if (!inScope(caller, township)) throw new ProblemError('out_of_scope')
  const items = (rows ?? []).slice(0, limit).map((row) => asEntry(ctx, row))
  return { items, next: (rows ?? []).length > limit ? String(items.at(-1)?.seq) : null }
}

/** An applicant who filed his own explanation stands masked beside the officers. */
function asEntry(ctx: Context, row: Row): EntryView {
  const nameOf = (id: unknown, sealed: unknown): string | null => {
    const name = typeof id === 'string' ? personCell(ctx.cipher, 'name', id, sealed as string | null) : null
    return name !== null && id === row.made_by && row.officer !== 1 ? maskedName(name) : name
  }
  return entryView.parse({
    seq: row.seq,
    voucherYear: row.voucher_year,
    voucher: row.voucher,
    on: row.day,
    at: row.at,
    event: row.event,
    debit: row.debit_place,
    credit: row.credit_place,
    amountFen: row.fen,
    grantNumber: row.number ?? null,
    requestId: row.request_id ?? null,
    claimNumber: row.claim_number ?? null,
    paper: row.paper,
    madeBy: nameOf(row.made_by, row.maker),
    checkedBy: nameOf(row.checked_by, row.checker),
    availableFen: row.bank_running,
    cashFen: row.cash_running,
    undoes: row.undoes,
    hash: row.hash,
  })
}
