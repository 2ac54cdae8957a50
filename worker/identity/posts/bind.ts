import type { BindPost, PostBound, PostKind } from '../../contract/index.ts'
import type { Context } from '../../platform/index.ts'
import { ProblemError, statement, textOpen } from '../../platform/index.ts'
import { change } from '../change.ts'

/**
 * An officer binds his post to the WeChat he is signed in with; a person without a name takes the invited one.
 * Refuses: invitation_unknown (wrong, used, withdrawn or too old), own_post, post_held.
 */
export async function bindPost(ctx: Context, { bindingCode }: BindPost): Promise<PostBound> {
  const codeIndex = ctx.cipher.index('invitation', bindingCode)
  return change<'invitation', PostBound>(ctx, {
    chain: statement("SELECT coalesce((SELECT township_code FROM invitations WHERE code_index = ?), 'county')", codeIndex),
    facts: {
      invitation: statement(
        `SELECT i.id, i.kind, i.township_code, i.name_text_id, t.cipher FROM invitations i JOIN texts t ON t.id = i.name_text_id
         WHERE i.code_index = ?`,
        codeIndex,
      ),
    },
    plan: ({ invitation: [invitation] }, step) => {
      if (!invitation) throw new ProblemError('invitation_unknown')
      const { personId } = step.caller
      const postId = step.newId('pst')
      const kind = invitation.kind as PostKind
      const townshipCode = invitation.township_code === null ? null : String(invitation.township_code)
      const name = textOpen(ctx.cipher, invitation.name_text_id, invitation.cipher)
      return {
        object: postId,
        statements: [
          statement(
            'INSERT INTO posts (id, person_id, kind, township_code, from_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
            postId,
            personId,
            kind,
            townshipCode,
            step.at,
            step.journalId,
          ),
          statement(
            'INSERT INTO post_bindings (invitation_id, post_id, bound_at, journal_id) VALUES (?, ?, ?, ?)',
            invitation.id ?? null,
            postId,
            step.at,
            step.journalId,
          ),
          statement(
            'UPDATE persons SET name_cipher = ?2, holder_index = ?3, journal_id = ?4 WHERE id = ?1 AND name_cipher IS NULL',
            personId,
            ctx.cipher.seal(name ?? '', `persons.name:${personId}`),
            ctx.cipher.index('holder', name ?? ''),
            step.journalId,
          ),
        ],
        answer: { id: postId, kind, townshipCode, boundAt: step.at },
      }
    },
  })
}
