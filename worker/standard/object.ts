import type { ObjectionRaised, RaiseObjection } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement, textInsert } from '../platform/index.ts'

/** Whose journal a change of this notice belongs to. */
const townshipOfNotice = (noticeId: string) =>
  statement('SELECT r.township_code FROM public_notices n JOIN requests r ON r.id = n.request_id WHERE n.id = ?', noticeId)

/**
 * 异议: by anybody who is signed in, or by telephone, which an officer writes down. The notice's days stop until it has its
 * result. Refuses: notice_closed, already_objected, post_required.
 */
export async function raiseObjection(ctx: Context, noticeId: string, input: RaiseObjection): Promise<ObjectionRaised> {
  return change(ctx, {
    chain: townshipOfNotice(noticeId),
    facts: {},
    plan: (_, step) => {
      const objectionId = step.newId('obj')
      const words = textInsert(ctx.cipher, step, input.words)
      const caller = textInsert(ctx.cipher, step, input.caller && [input.caller.name, input.caller.phone].filter(Boolean).join(' '))
      const objection = statement(
        `INSERT INTO objections (id, notice_id, way, words_text_id, caller_text_id, raised_by, raised_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        objectionId,
        noticeId,
        input.caller ? 'telephone' : 'online',
        words.id,
        caller.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: noticeId,
        statements: [...words.statements, ...caller.statements, objection],
        answer: { objectionId, raisedAt: step.at },
      }
    },
  })
}
