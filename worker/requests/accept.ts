import type { Accepted, AcceptRequest } from '../contract/index.ts'
import { change, personCell } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement, textInsert } from '../platform/index.ts'
import { householdFacts, householdFor, idOf, memberFacts } from './household.ts'
import { payeeInsert } from './payee.ts'
import { lookalikes, personByIdNumber, personUpdate } from './person.ts'
import { checkedIdNumber, requirePayee } from './rules.ts'
import { townshipOf } from './township-of.ts'

type Names = 'request' | 'own' | 'byIdNumber' | 'person' | 'chosen' | 'members' | 'similar'

/**
 * 受理, signature 1: the caseworker answers the kin question (F-1), names the household and, if known, the payee.
 * Refuses: already_accepted, request_not_open, post_required, beneficiary, household_unclear, household_elsewhere.
 */
export async function acceptRequest(ctx: Context, requestId: string, input: AcceptRequest): Promise<Accepted> {
  const idNumber = checkedIdNumber(ctx, input.idNumber)
  const numbers = (input.household?.members ?? []).map((member, index) =>
    checkedIdNumber(ctx, member.idNumber, `household.members.${index}.idNumber`),
  )
  return change<Names, Accepted>(ctx, {
    chain: townshipOf(requestId),
    facts: {
      request: statement(
        `SELECT r.township_code, p.id AS person_id, p.name_cipher FROM requests r JOIN persons p ON p.id = r.person_id WHERE r.id = ?`,
        requestId,
      ),
      ...householdFacts(requestId, idNumber ? ctx.cipher.index('id_number', idNumber) : null),
      person: personByIdNumber(ctx, idNumber),
      ...memberFacts(ctx, input.household?.householdId, numbers),
      similar: lookalikes(requestId),
    },
    plan: ({ request: [request], own, byIdNumber, person: byNumber, chosen, members, similar }, step) => {
      if (!request) throw new ProblemError('not_found')
      const personId = String(request.person_id)
      const township = String(request.township_code)
      const name = input.name ?? personCell(ctx.cipher, 'name', personId, request.name_cipher)
      if (input.payee) requirePayee(input.payee, name, 'payee.')
      const numbered = idOf(byNumber)
      const twin = numbered === personId ? null : numbered
      const person = personUpdate(
        ctx,
        personId,
        { name: input.name, idNumber: twin === null ? idNumber : undefined, township },
        step.journalId,
      )
      const household = householdFor(ctx, step, input, {
        personId,
        township,
        own: idOf(own),
        twin,
        byIdNumber: idOf(byIdNumber),
        chosenExists: chosen.length > 0,
        similar: similar.map((row) => String(row.household_id)),
        members,
        taken: [idNumber, ...numbers],
      })
      const kin = textInsert(ctx.cipher, step, input.kin === 'none' ? null : JSON.stringify(input.kin))
      const acceptance = statement(
        'INSERT INTO acceptances (request_id, household_id, kin, kin_text_id, accepted_by, accepted_at, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
        requestId,
        household.id,
        input.kin === 'none' ? 0 : 1,
        kin.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const payee = input.payee ? [payeeInsert(ctx, step, requestId, input.payee)] : []
      return {
        object: requestId,
        statements: [person, ...household.statements, ...kin.statements, acceptance, ...payee],
        answer: { id: requestId, acceptedAt: step.at, householdId: household.id },
      }
    },
  })
}
