import type { AnswerDesk, DeskAnswered, DeskLook, LookAtDesk } from '../contract/index.ts'
import { deskQrPrefix } from '../contract/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, sha256, statement } from '../platform/index.ts'
import { codeIndex } from './ask-desk.ts'
import { change } from './change.ts'
import { requireTriesLeft, triesFact } from './tries.ts'

/**
 * Which desk asks, for the person who scanned its code or typed its digits: seen before anything is confirmed.
 * Refuses: desk_code_wrong (journaled; five of them lock for a quarter of an hour), too_many_tries.
 */
export async function lookAtDesk(ctx: Context, { proof }: LookAtDesk): Promise<DeskLook> {
  const byQr = proof.startsWith(deskQrPrefix)
  const found = statement(
    `SELECT id, device, asked_at, expires_at FROM desk_asks WHERE ${byQr ? 'qr_hash' : 'code_index'} = ? AND expires_at > ?
       AND id NOT IN (SELECT ask_id FROM desk_answers)`,
    byQr ? sha256(proof.slice(deskQrPrefix.length)) : codeIndex(ctx, proof),
    ctx.clock().toISOString(),
  )
  return change(ctx, {
    chain: statement("'county'"),
    facts: { found, tries: triesFact(ctx, 'desk_code_wrong') },
    plan: ({ found: [ask], tries }, { now }) => {
      requireTriesLeft(tries, now)
      if (!ask) throw new ProblemError('desk_code_wrong')
      const [id, device, askedAt, expiresAt] = [ask.id, ask.device, ask.asked_at, ask.expires_at].map(String)
      return { object: id ?? '', statements: [], answer: { id, device, askedAt, expiresAt } as DeskLook }
    },
  })
}

/** The phone lets the desk in, or says that it does not know it. Refuses: not_found, desk_ask_over, too_many_tries. */
export async function answerDesk(ctx: Context, id: string, { answer }: AnswerDesk): Promise<DeskAnswered> {
  return change(ctx, {
    chain: statement("'county'"),
    facts: { ask: statement('SELECT id FROM desk_asks WHERE id = ?', id), tries: triesFact(ctx, 'desk_code_wrong') },
    plan: ({ ask, tries }, { at, now, caller, journalId }) => {
      requireTriesLeft(tries, now)
      if (ask.length === 0) throw new ProblemError('not_found')
      const row = statement(
        'INSERT INTO desk_answers (ask_id, answer, answered_by, answered_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        id, answer, caller.personId, at, journalId,
      )
      return { object: id, statements: [row], answer: { answer, answeredAt: at } }
    },
  })
}
