import type { Funds, FundView, Place } from '../contract/index.ts'
import { inScope, personCell, scopeOf, signedIn } from '../identity/index.ts'
import { policyFact, policyOf } from '../policy/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { beijingDay, ProblemError, statement, textOpen } from '../platform/index.ts'
import { actionsFact, actionsOf } from './actions.ts'
import { imprestFact, imprestOf } from './imprest.ts'

const spendable = `coalesce((SELECT fen FROM balances WHERE fund_code = f.code AND place = 'bank.available' AND key = ''), 0) AS available_fen,
  coalesce((SELECT fen FROM balances WHERE fund_code = f.code AND place = 'cash.available' AND key = ''), 0) AS cash_fen`

const thirtyDays = 30 * 86_400_000

/** The funds in the caller's scope, with what may be spent; `low` under the policy's percentage of the quota. */
export async function listFunds(ctx: Context): Promise<Funds> {
  const caller = await signedIn(ctx)
  const scope = scopeOf(caller)
  const [policyRows, rows] = await ctx.db.read([
    policyFact(beijingDay(ctx.clock())),
    statement(
      `SELECT f.code, coalesce(t.name, (SELECT name FROM county)) AS name, f.quota_fen, ${spendable},
         EXISTS (SELECT 1 FROM open_freezes WHERE fund_code = f.code) AS frozen FROM funds f LEFT JOIN townships t ON t.code = f.township_code
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
      frozen: row.frozen === 1,
    })),
  }
}

/** One fund: balances by place, what waits for a second person or was turned down, what this caller may order. Refuses: out_of_scope. */
export async function showFund(ctx: Context, code: string): Promise<FundView> {
  const caller = await signedIn(ctx)
  const [policyRows, fundRows, balanceRows, imprestRows, actionRows, proposalRows, turnedDownRows] = await ctx.db.read([
    policyFact(beijingDay(ctx.clock())),
    statement(
      `SELECT f.code, coalesce(f.township_code, 'county') AS township_code, coalesce(t.name, (SELECT name FROM county)) AS name, f.quota_fen, ${spendable}, e.seq, e.hash,
         coalesce((SELECT sum(g) FROM (SELECT min(c.asked_fen) AS g FROM cases c WHERE c.township_code = f.township_code
           AND c.status = 'accepted' GROUP BY c.id)), 0) AS waiting_fen,
         z.frozen_at, z.finding, (SELECT max(until_on) FROM closings WHERE fund_code = f.code) AS closed_until
       FROM funds f LEFT JOIN townships t ON t.code = f.township_code
       LEFT JOIN entries e ON e.fund_code = f.code AND e.seq = (SELECT max(seq) FROM entries WHERE fund_code = f.code)
       LEFT JOIN open_freezes z ON z.fund_code = f.code WHERE f.code = ?`,
      code,
    ),
    statement('SELECT place, sum(fen) AS fen FROM balances WHERE fund_code = ? GROUP BY place ORDER BY place', code),
    imprestFact(code),
    actionsFact(code, caller, ctx.clock()),
    statement(
      `SELECT p.*, n.name_cipher, x.cipher, g.number AS grant_number, k.number AS claim_number, EXISTS (
           SELECT 1 FROM proposal_checkers c WHERE c.proposal_id = p.id AND c.person_id = ?2
             AND c.from_at <= ?3 AND (c.until_at IS NULL OR c.until_at > ?3)) AS may
       FROM open_proposals p JOIN persons n ON n.id = p.made_by LEFT JOIN texts x ON x.id = p.reason_text_id
       LEFT JOIN payouts o ON o.id = p.payout_id LEFT JOIN grants g ON g.id = o.grant_id LEFT JOIN claims k ON k.id = p.claim_id
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
      grantNumber: row.grant_number === null ? null : String(row.grant_number),
      claimNumber: row.claim_number === null ? null : String(row.claim_number),
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
    frozen: fund.frozen_at === null ? null : { at: String(fund.frozen_at), finding: String(fund.finding) },
    closedUntil: fund.closed_until === null ? null : String(fund.closed_until),
    imprest: imprestOf(card.quotaFen, balances, imprestRows ?? []),
    actions: actionsOf(actionRows ?? []),
  }
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
