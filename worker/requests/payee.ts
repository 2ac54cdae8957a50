import type { Payee, PayeeSet } from '../contract/index.ts'
import type { Step } from '../identity/index.ts'
import { change, personCell } from '../identity/index.ts'
import type { Context, Statement } from '../platform/index.ts'
import { newSalt, ProblemError, saidHash, statement } from '../platform/index.ts'
import { requirePayee } from './rules.ts'
import { townshipOf } from './township-of.ts'

/**
 * Registers where a transfer goes: card or passbook, holder, bank (F-1; D-03). The newest counts, until a transfer is
 * decided. Refuses: payee_authority, already_granted, request_not_open, post_required.
 */
export async function setPayee(ctx: Context, requestId: string, input: Payee): Promise<PayeeSet> {
  return change<'person' | 'last', PayeeSet>(ctx, {
    chain: townshipOf(requestId),
    facts: {
      person: statement(
        'SELECT p.id, p.name_cipher FROM requests r JOIN persons p ON p.id = r.person_id WHERE r.id = ?',
        requestId,
      ),
      last: lastPayee(requestId),
    },
    plan: ({ person: [person], last }, step) => {
      if (!person) throw new ProblemError('not_found')
      requirePayee(input, personCell(ctx.cipher, 'name', person.id ?? '', person.name_cipher))
      return {
        object: requestId,
        statements: [payeeInsert(ctx, step, requestId, Number(last[0]?.n ?? 0) + 1, input)],
        answer: { id: requestId, payeeSetAt: step.at },
      }
    },
  })
}

/** A fact: how many payees this request already had; the newest counts. */
export function lastPayee(requestId: string): Statement {
  return statement('SELECT max(n) AS n FROM payees WHERE request_id = ?', requestId)
}

export function payeeInsert(ctx: Context, step: Step, requestId: string, n: number, payee: Payee): Statement {
  const id = step.newId('pay')
  const salt = newSalt()
  const seal = (column: string, text: string) => ctx.cipher.seal(text, `payees.${column}:${id}`)
  return statement(
    `INSERT INTO payees (id, request_id, n, kind, relation, authority, holder_cipher, bank_cipher, account_cipher, salt_cipher,
       said_hash, account_index, holder_index, set_by, set_at, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    requestId,
    n,
    payee.kind,
    payee.relation,
    payee.authority ?? null,
    seal('holder', payee.holder),
    seal('bank', payee.bank),
    seal('account', payee.account),
    seal('salt', salt),
    saidHash(salt, payee),
    ctx.cipher.index('account', payee.account),
    ctx.cipher.index('holder', payee.holder),
    step.caller.personId,
    step.at,
    step.journalId,
  )
}
