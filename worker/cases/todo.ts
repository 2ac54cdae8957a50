import type { PostKind, Queue, Todo, TodoKind } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { endingLettersFact, holds, signedIn } from '../identity/index.ts'
import { policyFact, policyOf } from '../policy/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { addDays, addHours, beijingDay, statement } from '../platform/index.ts'
import { countOf, queueFilters, queuePosts, scopeArgs } from './queue.ts'

/** A request whose clock ends within this many hours is near; an explanation is near in its last working days. */
const nearHours = 6
const nearDays = 3

/** Who is told that a fund is low or short. */
const keepers: readonly PostKind[] = [
  'finance_reviewer',
  'cashier',
  'deputy_leader',
  'leader',
  'county_leader',
  'county_assistance',
  'county_finance',
]

/** Who is told that a township's letter ends. */
const signers: readonly PostKind[] = ['county_leader', 'county_assistance']

type Wish = { kind: TodoKind; queue: Queue | null; filter: string; yes: boolean | undefined; clock?: string }

/** An explanation is late from the midnight (Beijing) after its due day. */
const explanationClock = "strftime('%Y-%m-%dT%H:%M:%fZ', c.due_on, '+16 hours')"

/** What waits for this caller, at once when it happens: nothing depends on a timer (issue: to-do badge). */
export async function viewTodo(ctx: Context): Promise<Todo> {
  const caller = await signedIn(ctx)
  const now = ctx.clock()
  const wishes = wishesOf(caller).filter((wish) => wish.yes)
  const rows = await ctx.db.read([
    ...wishes.map((wish) => countOf(caller, wish.filter, wish.clock ?? 'c.due_at', soon(now), dueSoon(now))),
    policyFact(beijingDay(now)),
    fundsFact(caller, now),
    endingLettersFact(ctx),
  ])
  const counted = wishes.map(({ kind, queue }, index) => ({ kind, queue, ...sumOf(rows[index]?.[0], now) }))
  const funds = fundItems(caller, rows.at(-2) ?? [], policyOf(rows.at(-3)?.[0]).lowFundPercent)
  const letters = { kind: 'letter_ends' as const, queue: null, ...sumOf(holds(caller, signers, null) ? rows.at(-1)?.[0] : undefined, now) }
  const items = [...counted, ...funds, letters].filter((item) => item.count > 0)
  const listed = items.filter((item) => !['new_urgent', 'clock_near', 'explanation_due'].includes(item.kind))
  return { badge: listed.reduce((sum, item) => sum + item.count, 0), items }
}

const soon = (now: Date): string => addHours(now, nearHours).toISOString()
const dueSoon = (now: Date): string => addDays(beijingDay(now), nearDays)

function wishesOf(caller: Caller): Wish[] {
  const works = (queue: Exclude<Queue, 'mine'>) =>
    holds(caller, queuePosts[queue], null) || caller.posts.some((post) => queuePosts[queue].includes(post.kind))
  const open = "c.status IN ('submitted', 'accepted')"
  const [pays, proposes, confirms] = (['county_finance', 'county_assistance', 'county_leader'] as const).map((kind) => holds(caller, [kind], null))
  const decides = works('accept') || works('decide')
  return [
    {
      kind: 'new_urgent',
      queue: works('decide') ? 'decide' : 'accept',
      filter: `${open} AND c.track = 'urgent'`,
      yes: decides,
    },
    {
      kind: 'clock_near',
      queue: works('decide') ? 'decide' : works('accept') ? 'accept' : 'all',
      filter: `${open} AND c.stopped = 0 AND c.due_at <= ?4`,
      yes: decides || works('county'),
    },
    { kind: 'to_accept', queue: 'accept', filter: queueFilters.accept, yes: works('accept') },
    { kind: 'to_decide', queue: 'decide', filter: queueFilters.decide, yes: works('decide') },
    { kind: 'to_pay', queue: 'pay', filter: `${queueFilters.pay} AND c.handed_by IS NULL`, yes: works('pay') || pays },
    {
      kind: 'to_countersign',
      queue: 'pay',
      yes: caller.posts.some((post) => ['cashier', 'caseworker', 'finance_reviewer'].includes(post.kind)),
      filter: "c.payout_place = 'cash.held' AND c.handed_by IS NOT NULL AND c.handed_by <> ?1",
    },
    {
      kind: 'to_explain',
      queue: 'explain',
      filter: queueFilters.explain,
      yes: works('explain'),
      clock: explanationClock,
    },
    {
      kind: 'explanation_due',
      queue: 'explain',
      filter: "c.status = 'paid' AND c.due_on <= ?5",
      yes: works('explain') || works('check'),
      clock: explanationClock,
    },
    { kind: 'to_check', queue: 'check', filter: queueFilters.check, yes: works('check') || proposes, clock: 'NULL' },
    { kind: 'notice_owed', queue: 'notice', filter: queueFilters.notice, yes: works('notice'), clock: 'NULL' },
    { kind: 'clock_near', queue: 'county', filter: `${queueFilters.county} AND c.due_at <= ?4`, yes: works('county') },
    { kind: 'county_turn', queue: 'county', filter: `${queueFilters.county} AND c.county_proposer IS NULL`, yes: proposes },
    { kind: 'to_decide', queue: 'county', filter: `${queueFilters.county} AND c.county_proposer <> ?1`, yes: confirms },
  ]
}

/** `waiting`: proposals of others that one of the caller's posts may confirm (`moves.checkers`). */
function fundsFact(caller: Caller, now: Date): Statement {
  const [all, townships] = scopeArgs(caller)
  return statement(
    `SELECT f.code, f.quota_fen,
       coalesce((SELECT sum(fen) FROM balances WHERE fund_code = f.code
         AND place IN ('bank.available', 'cash.available')), 0) AS fen,
       (SELECT max(c.asked_fen) FROM cases c WHERE c.township_code = f.township_code
         AND c.status IN ('submitted', 'accepted')) AS asked_fen,
       (SELECT count(DISTINCT proposal_id) FROM proposal_checkers c WHERE c.fund_code = f.code AND c.person_id = ?3
         AND c.from_at <= ?4 AND (c.until_at IS NULL OR c.until_at > ?4)) AS waiting
     FROM funds f WHERE ?1 = '*' OR f.township_code IN (SELECT value FROM json_each(?2)) ORDER BY f.code`,
    all,
    townships,
    caller.personId,
    now.toISOString(),
  )
}

/** Short: a pending request asks for more than there is; low: under the policy's share of the quota. */
function fundItems(caller: Caller, rows: Row[], lowFundPercent: number): Todo['items'] {
  const keeps = caller.posts.some((post) => (keepers as readonly string[]).includes(post.kind))
  return rows.flatMap((row): Todo['items'] => {
    const item = { queue: null, fundCode: String(row.code), dueAt: null }
    const short = Number(row.asked_fen ?? 0) > Number(row.fen)
    const low = Number(row.fen) * 100 < Number(row.quota_fen) * lowFundPercent
    const waiting = Number(row.waiting)
    return [
      ...(waiting > 0 ? [{ ...item, kind: 'to_confirm' as const, count: waiting, late: false }] : []),
      ...(keeps && short ? [{ ...item, kind: 'fund_short' as const, count: 1, late: true }] : []),
      ...(keeps && low && !short ? [{ ...item, kind: 'fund_low' as const, count: 1, late: false }] : []),
    ]
  })
}

function sumOf(row: Row | undefined, now: Date) {
  const dueAt = typeof row?.due_at === 'string' ? row.due_at : null
  return { count: Number(row?.count ?? 0), fundCode: null, dueAt, late: dueAt !== null && dueAt <= now.toISOString() }
}
