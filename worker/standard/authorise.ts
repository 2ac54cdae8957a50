import type { AuthoriseCheck, CheckAuthorised } from '../contract/index.ts'
import { ownPhotos, requirePhotos } from '../evidence/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement, textInsert } from '../platform/index.ts'
import { townshipOf } from '../requests/index.ts'
import { nextOf } from './next-of.ts'

/** F-2: the adults of the household let their income and property be checked. Refuses: post_required, beneficiary, evidence_unknown. */
export async function authoriseCheck(ctx: Context, requestId: string, input: AuthoriseCheck): Promise<CheckAuthorised> {
  return change<'last' | 'photo', CheckAuthorised>(ctx, {
    chain: townshipOf(requestId),
    facts: { last: nextOf('authorisations', requestId), photo: ownPhotos(ctx.tokenHash, [input.paperEvidenceId]) },
    plan: ({ last, photo }, step) => {
      requirePhotos([input.paperEvidenceId], photo, 'paperEvidenceId')
      const signers = textInsert(ctx.cipher, step, JSON.stringify(input.signers))
      const insert = statement(
        `INSERT INTO authorisations (request_id, n, consent_version, adults, signers_text_id, evidence_id, authorised_by, authorised_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        requestId,
        Number(last[0]?.n),
        input.consentVersion,
        input.signers.length,
        signers.id,
        input.paperEvidenceId,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return { object: requestId, statements: [...signers.statements, insert], answer: { id: requestId, authorisedAt: step.at } }
    },
  })
}
