import type { Accepted, AcceptRequest } from '../contract/index.ts'
import { change, personCell } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement, textInsert, textOpen } from '../platform/index.ts'
import { householdFacts, householdFor, idOf, memberFacts } from './household.ts'
import { toldInsert } from './notice.ts'
import { lastPayee, payeeInsert } from './payee.ts'
import { lookalikes, personByIdNumber, personFill, personRename } from './person.ts'
import { checkedIdNumber, requirePayee } from './rules.ts'
import { townshipOf } from './township-of.ts'

type Names = 'last' | 'request' | 'own' | 'byIdNumber' | 'steps' | 'person' | 'chosen' | 'members' | 'similar'

/**
 * 受理, signature 1: the caseworker answers the kin question (F-1), names the household and, if known, the payee.
 * Refuses: already_accepted, request_not_open, post_required, beneficiary, household_unclear, household_elsewhere.
 */
export async function acceptRequest(ctx: Context, requestId: string, input: AcceptRequest): Promise<Accepted> {
  const idNumber = checkedIdNumber(ctx, input.idNumber)
  const numbers = (input.household?.members ?? []).map((member, index) =>
    checkedIdNumber(ctx, member.idNumber, `household.members.${index}.idNumber`),
  )
  const indexes = numbers.flatMap((number) => (number ? [ctx.cipher.index('id_number', number)] : []))
  return change<Names, Accepted>(ctx, {
    chain: townshipOf(requestId),
    facts: {
      request: statement(
        `SELECT r.township_code, p.id AS person_id, p.name_cipher, r.village_text_id, v.cipher AS village, p.id_number_index
         FROM requests r JOIN persons p ON p.id = r.person_id LEFT JOIN texts v ON v.id = r.village_text_id WHERE r.id = ?`,
        requestId,
      ),
      ...householdFacts(requestId, idNumber ? ctx.cipher.index('id_number', idNumber) : null, indexes),
      person: personByIdNumber(ctx, idNumber),
      ...memberFacts(input.household?.householdId, indexes),
      similar: lookalikes(requestId),
      last: lastPayee(requestId),
    },
    plan: ({ request: [request], own, byIdNumber, steps, person: byNumber, chosen, members, similar, last }, step) => {
      if (!request) throw new ProblemError('not_found')
      const personId = String(request.person_id)
      const township = String(request.township_code)
      const name = input.name ?? personCell(ctx.cipher, 'name', personId, request.name_cipher)
      if (input.payee) requirePayee(input.payee, name, 'payee.')
      const numbered = idOf(byNumber)
      const twin = numbered === personId ? null : numbered
      const village = textOpen(ctx.cipher, request.village_text_id, request.village) ?? undefined
      const known = { name: input.name, idNumber: twin === null ? idNumber : undefined, township, village }
      const person = [
        personFill(ctx, personId, known, step.journalId),
        ...(input.name ? [personRename(ctx, personId, known, step.journalId)] : []),
      ]
      const household = householdFor(ctx, step, input, {
        personId,
        township,
        village,
        numbered: idNumber !== undefined || request.id_number_index !== null,
        own: idOf(own),
        twin,
        byIdNumber: idOf(byIdNumber),
        chosenExists: chosen.length > 0,
        similar: similar.map((row) => String(row.household_id)),
        members,
        steps,
        taken: [idNumber, ...numbers],
      })
      const kin = textInsert(ctx.cipher, step, input.kin === 'none' ? null : JSON.stringify(input.kin))
      // his number, which another row of him has, tells him apart as well as a reason does
      const apart = textInsert(ctx.cipher, step, input.household?.newBecause ?? (twin === null ? null : '身份证号已在册'))
      const acceptance = statement(
        `INSERT INTO acceptances (request_id, household_id, kin, kin_text_id, apart_text_id, same_as, accepted_by, accepted_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        requestId,
        household.id,
        input.kin === 'none' ? 0 : 1,
        kin.id,
        apart.id,
        twin,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const payee = input.payee ? [payeeInsert(ctx, step, requestId, Number(last[0]?.n ?? 0) + 1, input.payee)] : []
      const told = input.told ? toldInsert(step, personId, input.told) : []
      return {
        object: requestId,
        statements: [...person, ...household.statements, ...kin.statements, ...apart.statements, acceptance, ...payee, ...told],
        answer: { id: requestId, acceptedAt: step.at, householdId: household.id },
      }
    },
  })
}
