import type { ListUndone, UndoList } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement, textInsert } from '../platform/index.ts'

/** An import was wrong: the list before it counts again. Refuses: list_undone, post_required, out_of_scope. */
export async function undoList(ctx: Context, listId: string, input: UndoList): Promise<ListUndone> {
  return change(ctx, {
    chain: statement("SELECT coalesce(township_code, 'county') FROM program_lists WHERE id = ?", listId),
    facts: {},
    plan: (_, step) => {
      const reason = textInsert(ctx.cipher, step, input.reason)
      const undoing = statement(
        'INSERT INTO program_list_undoings (list_id, reason_text_id, undone_by, undone_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        listId,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return { object: listId, statements: [...reason.statements, undoing], answer: { listId, undoneAt: step.at } }
    },
  })
}
