import type { ConsentGiver, GiveNotice, NoticeGiven, NoticeKind, NoticesSeen } from '../contract/index.ts'
import { currentNotice } from '../contract/index.ts'
import type { Step } from '../identity/index.ts'
import { change } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'
import { townshipOf } from './township-of.ts'

/** A fact: what the caller, and the person of this id number, were told in the words that count now. */
export function toldFact(ctx: Context, idNumber: string | undefined): Statement {
  return statement(
    `SELECT k.person_id, k.kind FROM consents k WHERE k.version = ? AND k.basis = 'consent'
       AND k.person_id IN (SELECT person_id FROM sessions WHERE token_hash = ? UNION ALL SELECT id FROM persons WHERE id_number_index = ?)
       AND NOT EXISTS (SELECT 1 FROM consent_withdrawals WHERE consent_id = k.id)`,
    currentNotice,
    ctx.tokenHash ?? '',
    idNumber ? ctx.cipher.index('id_number', idNumber) : null,
  )
}

/** What the person of a new request was shown. Nothing ticked holds up nothing: then the notice is owed (PIPL 18). */
export function noticesOf(step: Step, personId: string, seen: NoticesSeen | undefined, told: Row[]): Statement[] {
  const knows = (kind: NoticeKind) => told.some((row) => row.person_id === personId && row.kind === kind)
  const self = personId === step.caller.personId
  const ticked = self ? (['privacy', 'sensitive'] as const).filter((kind) => seen?.[kind] !== undefined && !knows(kind)) : []
  const rows = ticked.map((kind) => consentInsert(step, personId, kind, 'self'))
  return knows('privacy') || ticked.includes('privacy') ? rows : [...rows, consentInsert(step, personId, 'privacy', 'none')]
}

/** Told face to face: the person agrees to what is sensitive, or the guardian for the child. */
export function toldInsert(step: Step, personId: string, told: GiveNotice['told']): Statement[] {
  const kinds: NoticeKind[] = told === 'guardian' ? ['privacy', 'guardian'] : ['privacy', 'sensitive']
  return kinds.map((kind) => consentInsert(step, personId, kind, told))
}

/** The caseworker read the notice to the person or the guardian. Refuses: not_found, post_required, out_of_scope. */
export async function giveNotice(ctx: Context, requestId: string, input: GiveNotice): Promise<NoticeGiven> {
  return change<'request', NoticeGiven>(ctx, {
    chain: townshipOf(requestId),
    facts: { request: statement('SELECT person_id FROM requests WHERE id = ?', requestId) },
    plan: ({ request: [request] }, step) => {
      if (!request) throw new ProblemError('not_found')
      return {
        object: requestId,
        statements: toldInsert(step, String(request.person_id), input.told),
        answer: { id: requestId, toldAt: step.at },
      }
    },
  })
}

function consentInsert(step: Step, personId: string, kind: NoticeKind, giver: ConsentGiver): Statement {
  return statement(
    `INSERT INTO consents (id, person_id, kind, version, basis, giver, recorded_by, given_at, journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    step.newId('con'),
    personId,
    kind,
    currentNotice,
    giver === 'none' ? 'emergency' : 'consent',
    giver,
    step.caller.personId,
    step.at,
    step.journalId,
  )
}
