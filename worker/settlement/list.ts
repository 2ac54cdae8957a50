import type { ClaimPage, ClaimView } from '../contract/index.ts'
import { claimView } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { holds, inScope, personCell, signedIn } from '../identity/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'

const turns = ['finance_reviewer', 'county_assistance', 'county_finance'] as const

/** The claims of a fund, newest first, each with its confirmations and what this caller may do next. Refuses: out_of_scope. */
export async function listClaims(
  ctx: Context,
  code: string,
  query: { after?: string; limit?: number },
): Promise<ClaimPage> {
  const caller = await signedIn(ctx)
  const limit = query.limit ?? 30
  const [fundRows, rows] = await ctx.db.read([
    statement("SELECT coalesce(township_code, 'county') AS township_code FROM funds WHERE code = ?", code),
    statement(
      `SELECT k.*, n.name_cipher, count(i.payout_id) AS count, coalesce(sum(i.fen), 0) AS fen,
         EXISTS (SELECT 1 FROM claim_dismissals WHERE claim_id = k.id) AS dismissed,
         (SELECT e.event FROM entries e WHERE e.claim_id = k.id AND e.event IN ('reopen', 'replenish', 'settle')
           AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = e.fund_code AND u.undoes = e.seq) ORDER BY e.seq DESC LIMIT 1) AS ended,
         (SELECT json_group_array(json_object('n', c.n, 'id', c.confirmed_by, 'name', p.name_cipher, 'at', c.confirmed_at)) FROM (
           SELECT * FROM claim_confirmations WHERE claim_id = k.id ORDER BY n) c JOIN persons p ON p.id = c.confirmed_by) AS confirmed
       FROM claims k JOIN persons n ON n.id = k.made_by LEFT JOIN claim_items i ON i.claim_id = k.id
       WHERE k.fund_code = ?1 AND (?2 = '' OR k.number < ?2) GROUP BY k.id ORDER BY k.number DESC LIMIT ?3`,
      code,
      query.after ?? '',
      limit + 1,
    ),
  ])
  const township = fundRows?.[0]?.township_code
  if (typeof township !== 'string') throw new ProblemError('not_found')
  if (!inScope(caller, township)) throw new ProblemError('out_of_scope')
  const items = (rows ?? []).slice(0, limit).map((row) => asClaim(ctx, caller, township, row))
  return { items, next: (rows ?? []).length > limit ? String(items.at(-1)?.number) : null }
}

type Confirmed = { n: number; id: string; name: string | null; at: string }

function asClaim(ctx: Context, caller: Caller, township: string, row: Row): ClaimView {
  const confirmed = JSON.parse(String(row.confirmed)) as Confirmed[]
  const state = stateOf(row, confirmed.length)
  return claimView.parse({
    id: row.id,
    number: row.number,
    state,
    count: row.count,
    amountFen: row.fen,
    madeAt: row.made_at,
    madeBy: personCell(ctx.cipher, 'name', row.made_by ?? '', row.name_cipher),
    confirmations: confirmed.map(({ n, id, name, at }) => ({ n, at, by: personCell(ctx.cipher, 'name', id, name) })),
    actions: actionsOf(caller, township, row, state, confirmed),
  })
}

function stateOf(row: Row, confirmations: number): ClaimView['state'] {
  if (row.dismissed === 1) return 'dismissed'
  if (confirmations < 3) return 'waiting'
  if (row.ended === 'replenish') return 'replenished'
  if (row.ended === 'settle') return 'settled'
  return row.ended === 'reopen' ? 'reopened' : 'claimed'
}

function actionsOf(
  caller: Caller,
  township: string,
  row: Row,
  state: ClaimView['state'],
  confirmed: Confirmed[],
): ClaimView['actions'] {
  const mine = row.made_by === caller.personId
  const turn = turns[confirmed.length]
  const may: [ClaimView['actions'][number], boolean][] = [
    [
      'confirm',
      state === 'waiting' &&
        !mine &&
        !confirmed.some(({ id }) => id === caller.personId) &&
        turn !== undefined &&
        holds(caller, [turn], township),
    ],
    ['dismiss', state === 'waiting' && (mine || holds(caller, turns, township))],
    ['replenish', state === 'claimed' && holds(caller, ['county_finance', 'cashier', 'finance_reviewer'], township)],
    ['settle', state === 'claimed' && holds(caller, ['county_finance'], township)],
    ['reopen', state === 'claimed' && holds(caller, ['county_assistance', 'county_finance'], township)],
  ]
  return may.flatMap(([action, yes]) => (yes ? [action] : []))
}
