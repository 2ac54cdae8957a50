import { problems } from '../contract/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import {
  beijingDay,
  rowsHash,
  headOf,
  journalHead,
  journalInsert,
  newId,
  ProblemError,
  refusalOf,
  statement,
} from '../platform/index.ts'
import type { Caller } from './caller.ts'
import { callerFact, callerOf, requirePost } from './caller.ts'
import { secondMinutes, seenUpdates } from './seen.ts'

/** What a verb knows while it plans. `at` UTC instant, `on` Beijing day. */
export type Step = {
  caller: Caller
  at: string
  on: string
  now: Date
  chain: string
  journalId: string
  newId(prefix: string): string
}

/** What a verb wants: `object` for the journal, statements, and an answer without personal data (it is the receipt). */
export type Deed<Answer> = { object: string; statements: Statement[]; answer: Answer }

export type Change<Names extends string, Answer> = {
  /** A scalar select: the township code whose journal the change belongs to, or `county`; null = not found. */
  chain: Statement
  facts: Record<Names, Statement>
  plan(rows: Record<Names, Row[]>, step: Step): Deed<Answer>
}

/**
 * The only way a room changes anything: caller, post, receipt and chain head are read with the verb's own facts; the
 * journal row goes first, the receipt last, all in one transaction. A repeated key gives the stored answer.
 */
export async function change<Names extends string, Answer>(ctx: Context, wish: Change<Names, Answer>): Promise<Answer> {
  const now = ctx.clock()
  const at = now.toISOString()
  const names = Object.keys(wish.facts) as Names[]
  const facts = [doorFact(ctx, at, wish.chain), ...names.map((name) => wish.facts[name])]
  let seen: { caller: Caller; chain: string } | null = null
  try {
    return await ctx.db.write(facts, ([doorRows, ...rest]) => {
      const door = doorRows?.[0]
      const caller = callerOf(door)
      if (typeof door?.answer === 'string') return { statements: [], answer: replay<Answer>(ctx, door) }
      const chain = door?.chain
      if (typeof chain !== 'string') throw new ProblemError('not_found')
      seen = { caller, chain }
      requirePost(ctx, caller, chain === 'county' ? null : chain)
      requireSecond(door, now)
      const step: Step = {
        caller,
        at,
        on: beijingDay(now),
        now,
        chain,
        journalId: newId('jrn', now),
        newId: (prefix) => newId(prefix, now),
      }
      const rows = Object.fromEntries(names.map((name, index) => [name, rest[index] ?? []])) as Record<Names, Row[]>
      const deed = wish.plan(rows, step)
      return { statements: written(ctx, step, deed, door), answer: deed.answer }
    })
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal instanceof ProblemError && problems[refusal.code].status === 403 && seen)
      await journalRefusal(ctx, seen, refusal, now)
    throw refusal
  }
}

function written<Answer>(ctx: Context, step: Step, deed: Deed<Answer>, head: Row | undefined): Statement[] {
  const answer = JSON.stringify(deed.answer)
  const row = {
    id: step.journalId,
    chain: step.chain,
    at: step.at,
    personId: step.caller.personId,
    post: step.caller.posts[0]?.kind ?? null,
    device: ctx.device,
    action: ctx.action,
    object: deed.object,
    problem: null,
    requestId: ctx.requestId,
  }
  const receipt = statement(
    'INSERT INTO receipts (person_id, key, body_mac, answer, journal_id) VALUES (?, ?, ?, ?, ?)',
    step.caller.personId,
    ctx.key,
    ctx.macs[0] ?? '',
    answer,
    step.journalId,
  )
  const rows = [...deed.statements, receipt]
  return [journalInsert({ ...row, afterHash: rowsHash(rows) }, headOf(head)), ...rows, ...seenUpdates(ctx, head)]
}

/** Who asks, whether this key was answered before, and the end of the chain: one row, for one look-up costs as much as its call. */
function doorFact(ctx: Context, at: string, chain: Statement): Statement {
  const [head, caller] = [journalHead(chain), callerFact(ctx, at)]
  return statement(
    `SELECT * FROM (${head.sql}) LEFT JOIN (${caller.sql}) c
     LEFT JOIN (SELECT person_id AS receiver, key, body_mac, answer FROM receipts) r ON r.receiver = c.person_id AND r.key = ?
     LEFT JOIN (SELECT EXISTS (SELECT 1 FROM second_factor_acts WHERE action = ?) AS second)`,
    ...head.args,
    ...caller.args,
    ctx.key,
    ctx.action,
  )
}

/** The PIN given in this very session: the schema knows of no session and asks for one of the person's (0018). */
function requireSecond(door: Row | undefined, now: Date): void {
  const since = new Date(now.getTime() - secondMinutes * 60_000).toISOString()
  if (door?.second === 1 && !(String(door.second_at ?? '') > since)) throw new ProblemError('second_factor_needed')
}

function replay<Answer>(ctx: Context, receipt: Row): Answer {
  if (!sameBody(ctx.macs, String(receipt.body_mac))) throw new ProblemError('key_reused')
  ctx.replayed = true
  return JSON.parse(String(receipt.answer)) as Answer
}

/** Under the key that the receipt names. A key that was given up cannot tell: then the Idempotency-Key alone says that it is the same. */
function sameBody(macs: readonly string[], kept: string): boolean {
  const [kid = ''] = kept.split(':')
  return macs.includes(kept) || !macs.some((mac) => mac.startsWith(`${kid}:`))
}

/** Somebody tried what his post does not let him: kept, after the rollback, on its own (DESIGN 4). */
async function journalRefusal(
  ctx: Context,
  seen: { caller: Caller; chain: string },
  refusal: ProblemError,
  now: Date,
): Promise<void> {
  await ctx.db.write([journalHead(statement('?', seen.chain))], ([head]) => ({
    answer: undefined,
    statements: [
      journalInsert(
        {
          id: newId('jrn', now),
          chain: seen.chain,
          at: now.toISOString(),
          personId: seen.caller.personId,
          post: seen.caller.posts[0]?.kind ?? null,
          device: ctx.device,
          action: ctx.action,
          object: '',
          problem: refusal.code,
          afterHash: '',
          requestId: ctx.requestId,
        },
        headOf(head?.[0]),
      ),
    ],
  }))
}
