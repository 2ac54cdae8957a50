import type { PinSet, ProveSecond, SecondProven, SecondState, SetPin } from '../contract/index.ts'
import type { Context, Statement } from '../platform/index.ts'
import { fieldProblem, ProblemError, statement } from '../platform/index.ts'
import { signedIn } from './caller.ts'
import { change } from './change.ts'
import { pinFits, sealedPin } from './pin.ts'
import { secondMinutes } from './seen.ts'
import { requireTriesLeft, triesFact } from './tries.ts'

/** The caller's PIN: whether a row is there at all, and what it keeps. */
function pinFact(ctx: Context): Statement {
  return statement(
    `SELECT s.person_id, s.surface, s.second_at, p.id IS NOT NULL AS kept, p.hash_cipher FROM sessions s
     LEFT JOIN pins p ON p.id = s.person_id WHERE s.token_hash = ?`,
    ctx.tokenHash ?? '',
  )
}

/** Whether the caller has a PIN, and whether it was given here lately. Refuses: signed_out. */
export async function viewSecond(ctx: Context): Promise<SecondState> {
  await signedIn(ctx)
  const [rows] = await ctx.db.read([pinFact(ctx)])
  const since = new Date(ctx.clock().getTime() - secondMinutes * 60_000).toISOString()
  return { set: typeof rows?.[0]?.hash_cipher === 'string', proven: String(rows?.[0]?.second_at ?? '') > since }
}

/**
 * The caller gives the PIN for this session. The slow hash is made before the transaction; the plan only compares.
 * Refuses: pin_unset, pin_wrong (journaled; five lock for a quarter of an hour), too_many_tries.
 */
export async function proveSecond(ctx: Context, { pin }: ProveSecond): Promise<SecondProven> {
  const known = await fittingHash(ctx, pin)
  return change(ctx, {
    chain: statement("'county'"),
    facts: { kept: pinFact(ctx), tries: triesFact(ctx, 'pin_wrong') },
    plan: ({ kept: [kept], tries }, { at, now, caller }) => {
      requireTriesLeft(tries, now)
      if (typeof kept?.hash_cipher !== 'string') throw new ProblemError('pin_unset')
      if (kept.hash_cipher !== known) throw new ProblemError('pin_wrong')
      return { object: caller.personId, statements: [secondUpdate(ctx, at)], answer: { provenAt: at } }
    },
  })
}

/**
 * Sets the caller's PIN, on the phone only: there WeChat says who it is. A change needs the old one.
 * Refuses: input, pin_unset (at a desk), pin_wrong (journaled), too_many_tries.
 */
export async function setPin(ctx: Context, { pin, oldPin }: SetPin): Promise<PinSet> {
  const caller = await signedIn(ctx)
  const known = oldPin === undefined ? null : await fittingHash(ctx, oldPin)
  const hash = await sealedPin(ctx.cipher, caller.personId, pin)
  return change(ctx, {
    chain: statement("'county'"),
    facts: { kept: pinFact(ctx), tries: triesFact(ctx, 'pin_wrong') },
    plan: ({ kept: [kept], tries }, { at, now, journalId, caller: { personId } }) => {
      requireTriesLeft(tries, now)
      if (kept?.surface !== 'phone') throw new ProblemError('pin_unset')
      if (typeof kept.hash_cipher === 'string' && oldPin === undefined)
        throw fieldProblem('oldPin', '原来的办事密码', '请写原来的办事密码')
      if (typeof kept.hash_cipher === 'string' && kept.hash_cipher !== known) throw new ProblemError('pin_wrong')
      const row = kept.kept === 1
        ? statement('UPDATE pins SET hash_cipher = ?, set_at = ?, journal_id = ? WHERE id = ?', hash, at, journalId, personId)
        : statement('INSERT INTO pins (hash_cipher, set_at, journal_id, id) VALUES (?, ?, ?, ?)', hash, at, journalId, personId)
      return { object: personId, statements: [row, secondUpdate(ctx, at)], answer: { setAt: at } }
    },
  })
}

/** The kept hash if these digits fit it. Nobody waits for a slow hash who has no PIN. */
async function fittingHash(ctx: Context, pin: string): Promise<string | null> {
  const [rows] = await ctx.db.read([pinFact(ctx)])
  const [hash, personId] = [rows?.[0]?.hash_cipher, String(rows?.[0]?.person_id)]
  return typeof hash === 'string' && (await pinFits(ctx.cipher, personId, pin, hash)) ? hash : null
}

const secondUpdate = (ctx: Context, at: string): Statement =>
  statement('UPDATE sessions SET second_at = ? WHERE token_hash = ? AND ended_at IS NULL AND coalesce(second_at, \'\') < ?', at, ctx.tokenHash, at)
