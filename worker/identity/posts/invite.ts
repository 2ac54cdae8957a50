import type { InviteOfficer, OfficerInvited } from '../../contract/index.ts'
import { townshipPosts } from '../../contract/index.ts'
import type { Context } from '../../platform/index.ts'
import { fieldProblem, statement } from '../../platform/index.ts'
import { change } from '../change.ts'
import { invitationCode, invitationRows } from './invitation.ts'

/**
 * The security administrator names an officer and his post; the code binds it to a WeChat (post-bindings). The receipt
 * keeps no code. Refuses: post_required, input (a township's post without its township, or the other way round).
 */
export async function inviteOfficer(ctx: Context, input: InviteOfficer): Promise<OfficerInvited> {
  const townshipCode = input.townshipCode ?? null
  const ofTownship = (townshipPosts as readonly string[]).includes(input.kind)
  const invited = await change<'township', { id: string; expiresAt: string }>(ctx, {
    chain: statement("SELECT 'county'"),
    facts: { township: statement('SELECT 1 FROM townships WHERE code = ?', townshipCode) },
    plan: ({ township }, step) => {
      if (ofTownship && township.length === 0) throw fieldProblem('townshipCode', '乡镇', '乡镇的岗位要选一个乡镇')
      if (!ofTownship && townshipCode) throw fieldProblem('townshipCode', '乡镇', '县级岗位不用选乡镇')
      const { id, expiresAt, statements } = invitationRows(ctx.cipher, step, {
        kind: input.kind,
        townshipCode,
        name: input.name,
        invitedBy: step.caller.personId,
      })
      return { object: id, statements, answer: { id, expiresAt } }
    },
  })
  return { ...invited, code: invitationCode(ctx.cipher, invited.id) }
}
