import type { EntryPage, EntryView, Funds, FundView, Place } from '../contract/index.ts'
import { entryView } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { holds, inScope, maskedName, personCell, scopeOf, signedIn } from '../identity/index.ts'
import { policyFact, policyOf } from '../policy/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { beijingDay, ProblemError, statement, textOpen } from '../platform/index.ts'

const spendable = `coalesce((SELECT fen FROM balances WHERE fund_code = f.code AND place = 'bank.available' AND key = ''), 0) AS available_fen,
  coalesce((SELECT fen FROM balances WHERE fund_code = f.code AND place = 'cash.available' AND key = ''), 0) AS cash_fen`

const thirtyDays = 30 * 86_400_000
const running = (place: string) =>
  `sum(iif(e.debit_place = '${place}', e.fen, 0) - iif(e.credit_place = '${place}', e.fen, 0)) OVER (ORDER BY e.seq)`

/** The funds in the caller's scope, with what may be spent; `low` under the policy's percentage of the quota. */
export async function listFunds(ctx: Context): Promise<Funds> {
  const caller = await signedIn(ctx)
  const scope = scopeOf(caller)
  const [policyRows, rows] = await ctx.db.read([
    policyFact(beijingDay(ctx.clock())),
    statement(
      `SELECT f.code, t.name, f.quota_fen, ${spendable} FROM funds f JOIN townships t ON t.code = f.township_code
       WHERE ?1 = 'county' OR f.township_code IN (SELECT value FROM json_each(?2)) ORDER BY f.code`,
      scope === 'county' ? 'county' : 'some',
      JSON.stringify(scope === 'county' ? [] : scope),
    ),
  ])
  const { lowFundPercent } = policyOf(policyRows?.[0])
  return {
    items: (rows ?? []).map((row) => ({
      code: String(row.code),
      townshipName: String(row.name),
      ...sums(row, lowFundPercent),
    })),
  }
}

/** One fund: balances by place, what waits for a second person or was turned down, what this caller may order. Refuses: out_of_scope. */
export async function showFund(ctx: Context, code: string): Promise<FundView> {
  const caller = await signedIn(ctx)
  const [policyRows, fundRows, balanceRows, proposalRows, turnedDownRows] = await ctx.db.read([
    policyFact(beijingDay(ctx.clock())),
    statement(
      `SELECT f.code, f.township_code, t.name, f.quota_fen, ${spendable}, e.seq, e.hash,
         coalesce((SELECT sum(g) FROM (SELECT min(c.asked_fen) AS g FROM cases c WHERE c.township_code = f.township_code
           AND c.status = 'accepted' AND c.asked_fen IS NOT NULL GROUP BY c.id)), 0) AS waiting_fen
       FROM funds f JOIN townships t ON t.code = f.township_code
       LEFT JOIN entries e ON e.fund_code = f.code AND e.seq = (SELECT max(seq) FROM entries WHERE fund_code = f.code)
       WHERE f.code = ?`,
      code,
    ),
    statement('SELECT place, sum(fen) AS fen FROM balances WHERE fund_code = ? GROUP BY place ORDER BY place', code),
    statement(
      `SELECT p.*, n.name_cipher, x.cipher, EXISTS (
           SELECT 1 FROM proposal_checkers c WHERE c.proposal_id = p.id AND c.person_id = ?2
             AND c.from_at <= ?3 AND (c.until_at IS NULL OR c.until_at > ?3)) AS may
       FROM open_proposals p JOIN persons n ON n.id = p.made_by LEFT JOIN texts x ON x.id = p.reason_text_id
       WHERE p.fund_code = ?1 ORDER BY p.made_at`,
      code,
      caller.personId,
      ctx.clock().toISOString(),
    ),
    statement(
      `SELECT p.id, p.event, p.fen, d.dismissed_by, d.dismissed_at, d.reason_text_id, n.name_cipher, x.cipher
       FROM proposals p JOIN proposal_dismissals d ON d.proposal_id = p.id
       JOIN persons n ON n.id = d.dismissed_by LEFT JOIN texts x ON x.id = d.reason_text_id
       WHERE p.fund_code = ?1 AND p.made_by = ?2 AND d.dismissed_by <> ?2 AND d.dismissed_at > ?3
       ORDER BY d.dismissed_at DESC`,
      code,
      caller.personId,
      new Date(ctx.clock().getTime() - thirtyDays).toISOString(),
    ),
  ])
  const fund = fundRows?.[0]
  if (!fund) throw new ProblemError('not_found')
  if (!inScope(caller, String(fund.township_code))) throw new ProblemError('out_of_scope')
  const balances = (balanceRows ?? []).map((row) => ({ place: row.place as Place, fen: Number(row.fen) }))
  const held = balances
    .filter(({ place }) => place.endsWith('.held') || place === 'bank.sent')
    .reduce((sum, { fen }) => sum + fen, 0)
  const card = sums(fund, policyOf(policyRows?.[0]).lowFundPercent)
  return {
    code,
    townshipName: String(fund.name),
    ...card,
    heldFen: held,
    shortFen: Math.max(0, Number(fund.waiting_fen) - card.availableFen - card.cashFen),
    balances,
    entryCount: Number(fund.seq ?? 0),
    head: String(fund.hash ?? ''),
    proposals: (proposalRows ?? []).map((row) => ({
      id: String(row.id),
      order: row.event as 'allocate',
      amountFen: Number(row.fen),
      on: String(row.day),
      madeAt: String(row.made_at),
      madeBy: personCell(ctx.cipher, 'name', row.made_by ?? '', row.name_cipher),
      reason: textOpen(ctx.cipher, row.reason_text_id, row.cipher),
      bankSerial: row.paper === null ? null : String(row.paper),
      undoes: row.undoes === null ? null : Number(row.undoes),
      mine: row.made_by === caller.personId,
      mayConfirm: row.may === 1,
    })),
    turnedDown: (turnedDownRows ?? []).map((row) => ({
      id: String(row.id),
      order: row.event as 'allocate',
      amountFen: Number(row.fen),
      dismissedAt: String(row.dismissed_at),
      dismissedBy: personCell(ctx.cipher, 'name', row.dismissed_by ?? '', row.name_cipher),
      reason: textOpen(ctx.cipher, row.reason_text_id, row.cipher),
    })),
    actions: fundActions(caller, String(fund.township_code)),
  }
}

/** The ledger of a fund, newest first, with the running balances of what may be spent. `after` = the last seq seen. */
export async function listEntries(
  ctx: Context,
  code: string,
  query: { after?: string; limit?: number },
): Promise<EntryPage> {
  const caller = await signedIn(ctx)
  const limit = query.limit ?? 50
  const [fundRows, rows] = await ctx.db.read([
    statement('SELECT township_code FROM funds WHERE code = ?', code),
    statement(
      `WITH walk AS (
         SELECT e.*, ${running('bank.available')} AS bank_running, ${running('cash.available')} AS cash_running
         FROM entries e WHERE e.fund_code = ?1)
       SELECT w.*, g.number, g.request_id, m.name_cipher AS maker, k.name_cipher AS checker,
         EXISTS (SELECT 1 FROM posts WHERE person_id = w.made_by) AS officer
       FROM (SELECT * FROM walk WHERE seq < ?2 ORDER BY seq DESC LIMIT ?3) w
       LEFT JOIN payouts p ON p.id = w.payout_id LEFT JOIN grants g ON g.id = p.grant_id
       JOIN persons m ON m.id = w.made_by LEFT JOIN persons k ON k.id = w.checked_by ORDER BY w.seq DESC`,
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
    on: row.day,
    at: row.at,
    event: row.event,
    debit: row.debit_place,
    credit: row.credit_place,
    amountFen: row.fen,
    grantNumber: row.number ?? null,
    requestId: row.request_id ?? null,
    paper: row.paper,
    madeBy: nameOf(row.made_by, row.maker),
    checkedBy: nameOf(row.checked_by, row.checker),
    availableFen: row.bank_running,
    cashFen: row.cash_running,
    undoes: row.undoes,
    hash: row.hash,
  })
}

function sums(
  row: Row,
  lowFundPercent: number,
): { quotaFen: number; availableFen: number; cashFen: number; low: boolean } {
  const quotaFen = Number(row.quota_fen)
  const availableFen = Number(row.available_fen)
  const cashFen = Number(row.cash_fen)
  return { quotaFen, availableFen, cashFen, low: (availableFen + cashFen) * 100 < quotaFen * lowFundPercent }
}

function fundActions(caller: Caller, township: string): FundView['actions'] {
  const may: [FundView['actions'][number], boolean][] = [
    ['allocate', holds(caller, ['county_finance', 'county_assistance'], null)],
    ['withdraw', holds(caller, ['cashier'], township)],
    ['deposit', holds(caller, ['cashier'], township)],
    ['undo', holds(caller, ['finance_reviewer', 'cashier', 'county_finance'], township)],
    [
      'confirm',
      holds(caller, ['finance_reviewer', 'deputy_leader', 'leader', 'county_finance', 'county_assistance'], township),
    ],
  ]
  return may.flatMap(([action, yes]) => (yes ? [action] : []))
}
