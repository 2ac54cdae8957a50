import type { EndPost, PostEnded } from '../../contract/index.ts'
import type { Context } from '../../platform/index.ts'
import { ProblemError, statement, textInsert } from '../../platform/index.ts'
import { change } from '../change.ts'

/** A post ends now, with a reason; what was done in it stays. Refuses: not_found, post_ended, last_security_admin. */
export async function endPost(ctx: Context, postId: string, input: EndPost): Promise<PostEnded> {
  return change<'post', PostEnded>(ctx, {
    chain: statement("SELECT coalesce(township_code, 'county') FROM posts WHERE id = ?", postId),
    facts: { post: statement('SELECT until_at FROM posts WHERE id = ?', postId) },
    plan: ({ post: [post] }, step) => {
      if (post?.until_at !== null) throw new ProblemError('post_ended')
      const reason = textInsert(ctx.cipher, step, input.reason)
      return {
        object: postId,
        statements: [
          ...reason.statements,
          statement('UPDATE posts SET until_at = ? WHERE id = ?', step.at, postId),
          statement(
            'INSERT INTO post_endings (post_id, reason_text_id, ended_by, ended_at, journal_id) VALUES (?, ?, ?, ?, ?)',
            postId,
            reason.id,
            step.caller.personId,
            step.at,
            step.journalId,
          ),
        ],
        answer: { id: postId, endedAt: step.at },
      }
    },
  })
}
