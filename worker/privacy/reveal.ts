import type { MakeReveal, Revealed, RevealField } from '../contract/index.ts'
import { revealFieldLabels, revealSeconds } from '../contract/index.ts'
import { change, personCell } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { ProblemError, statement, textInsert, textOpen } from '../platform/index.ts'

type Kept = Omit<Revealed, 'value'>

/**
 * One field in full for one officer of the case, with a reason (D-11). The receipt holds no value: it is read after the
 * look is journaled. Refuses: not_found, post_required, out_of_scope, reveal_limit, reveal_over, input (nothing is known).
 */
export async function revealPerson(ctx: Context, personId: string, input: MakeReveal): Promise<Revealed> {
  const chosen = chosenRequest(ctx, personId, input.requestId ?? null)
  const kept = await change<'request' | 'known', Kept>(ctx, {
    chain: statement(`SELECT township_code FROM (${chosen.sql})`, ...chosen.args),
    facts: { request: chosen, known: knownFact(chosen) },
    plan: ({ request: [request], known: [known] }, step) => {
      if (!request) throw new ProblemError('not_found')
      if (valueOf(ctx, input.field, known) === null) throw new ProblemError('input', { fields: [unknown(input.field)] })
      const id = step.newId('rev')
      const reason = textInsert(ctx.cipher, step, input.reason)
      const requestId = String(request.id)
      const reveal = statement(
        `INSERT INTO reveals (id, person_id, request_id, field, reason_text_id, revealed_by, revealed_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        personId,
        requestId,
        input.field,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const shownUntil = new Date(step.now.getTime() + revealSeconds * 1000).toISOString()
      return {
        object: id,
        statements: [...reason.statements, reveal],
        answer: { id, requestId, field: input.field, revealedAt: step.at, shownUntil },
      }
    },
  })
  // the same key again is the same look, not a longer one
  if (ctx.clock().toISOString() > kept.shownUntil) throw new ProblemError('reveal_over')
  const [rows] = await ctx.db.read([knownFact(statement('SELECT ? AS id', kept.requestId))])
  const value = valueOf(ctx, kept.field, rows?.[0])
  if (value === null) throw new ProblemError('not_found')
  return { ...kept, value }
}

/** The case that was named, or the person's newest one, those of the caller's own townships first. */
function chosenRequest(ctx: Context, personId: string, requestId: string | null): Statement {
  return statement(
    `SELECT r.id, r.township_code FROM requests r WHERE r.person_id = ? AND r.id = coalesce(?, r.id)
     ORDER BY EXISTS (SELECT 1 FROM sessions s JOIN posts p ON p.person_id = s.person_id
       WHERE s.token_hash = ? AND p.township_code = r.township_code AND p.until_at IS NULL) DESC, r.submitted_at DESC, r.id DESC LIMIT 1`,
    personId,
    requestId,
    ctx.tokenHash ?? '',
  )
}

/** What is known of the person of a case, still sealed; the account is the one that was decided on, else the newest. */
function knownFact(request: Statement): Statement {
  return statement(
    `SELECT p.id, p.name_cipher, p.phone_cipher, p.id_number_cipher, r.phone_text_id, t.cipher AS contact, y.id AS payee_id, y.account_cipher
     FROM (${request.sql}) q JOIN requests r ON r.id = q.id JOIN persons p ON p.id = r.person_id LEFT JOIN texts t ON t.id = r.phone_text_id
     LEFT JOIN payees y ON y.id = coalesce((SELECT g.payee_id FROM cases c JOIN grants g ON g.id = c.grant_id WHERE c.id = r.id),
       (SELECT id FROM payees WHERE request_id = r.id ORDER BY n DESC LIMIT 1))`,
    ...request.args,
  )
}

function valueOf(ctx: Context, field: RevealField, row: Row | undefined): string | null {
  if (!row) return null
  const id = String(row.id)
  switch (field) {
    case 'name':
      return personCell(ctx.cipher, 'name', id, row.name_cipher)
    case 'idNumber':
      return personCell(ctx.cipher, 'id_number', id, row.id_number_cipher)
    case 'phone':
      return textOpen(ctx.cipher, row.phone_text_id, row.contact) ?? personCell(ctx.cipher, 'phone', id, row.phone_cipher)
    case 'account':
      return row.account_cipher ? ctx.cipher.open(String(row.account_cipher), `payees.account:${String(row.payee_id)}`) : null
  }
}

const unknown = (field: RevealField) => ({ field: 'field', label: '要看的一项', message: `${revealFieldLabels[field]}还没有登记` })
