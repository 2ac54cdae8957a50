import type { AcceptRequest } from '../contract/index.ts'
import type { Step } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { fieldProblem, ProblemError, statement } from '../platform/index.ts'
import { knownTo, personInsert } from './person.ts'

type Finding = {
  personId: string
  township: string
  village: string | undefined
  /** Whether a number tells this person apart. */
  numbered: boolean
  own: string | null
  byIdNumber: string | null
  similar: string[]
  /** Another row of the same person: who already has the id number that this person showed. */
  twin: string | null
  chosenExists: boolean
  /** Rows of people already known by the members' numbers. */
  members: Row[]
  /** How many steps (`household_changes`) each of them has behind him. */
  steps: Row[]
  /** The person's number, then each member's. */
  taken: (string | undefined)[]
}
type Household = { id: string; statements: Statement[] }

/** The household that the person of a request already belongs to, and the one his id number belongs to. */
export function householdFacts(
  requestId: string,
  idNumberIndex: string | null,
  memberIndexes: string[],
): { own: Statement; byIdNumber: Statement; steps: Statement } {
  return {
    own: statement(
      'SELECT m.household_id AS id FROM requests r JOIN household_members m ON m.person_id = r.person_id WHERE r.id = ?',
      requestId,
    ),
    byIdNumber: statement(
      'SELECT m.household_id AS id FROM persons p JOIN household_members m ON m.person_id = p.id WHERE p.id_number_index = ?',
      idNumberIndex,
    ),
    steps: stepsFact(requestId, [idNumberIndex, ...memberIndexes]),
  }
}

/** How often the household of each of these people has changed: the person of a request, and who has these numbers. */
export function stepsFact(requestId: string | null, idNumberIndexes: (string | null)[]): Statement {
  return statement(
    `SELECT person_id, count(*) AS n FROM household_changes WHERE person_id IN (SELECT person_id FROM requests WHERE id = ?
       UNION SELECT id FROM persons WHERE id_number_index IN (SELECT value FROM json_each(?))) GROUP BY person_id`,
    requestId,
    JSON.stringify(idNumberIndexes),
  )
}

/** The household that was chosen, and who is already known by the numbers of its members. */
export function memberFacts(
  householdId: string | undefined,
  indexes: string[],
): { chosen: Statement; members: Statement } {
  return {
    chosen: statement('SELECT id FROM households WHERE id = ?', householdId ?? null),
    members: statement(
      `SELECT p.id, p.id_number_index, p.name_cipher, m.household_id FROM persons p LEFT JOIN household_members m ON m.person_id = p.id
       WHERE p.id_number_index IN (SELECT value FROM json_each(?))`,
      JSON.stringify(indexes),
    ),
  }
}

/**
 * Frequency is judged per household, so a request is accepted only into one (DESIGN 3): the person's own, the one his
 * number belongs to, the one the caseworker chose, or a new one that he says is new.
 * Refuses: household_unclear, household_elsewhere.
 */
export function householdFor(ctx: Context, step: Step, input: AcceptRequest, found: Finding): Household {
  const chosen = input.household?.householdId ?? null
  if (chosen !== null && !found.chosenExists)
    throw fieldProblem('household.householdId', '已有家庭', '没有这一户,请重新选择')
  const known = found.own ?? found.byIdNumber
  if (found.own !== null && found.byIdNumber !== null && found.own !== found.byIdNumber) throw new ProblemError('household_elsewhere')
  if (known !== null && chosen !== null && chosen !== known) throw new ProblemError('household_elsewhere')
  const id = known ?? chosen
  const alike = found.similar.length > 0 && (chosen === null || !found.similar.includes(chosen))
  if (known === null && alike && !found.numbered && !input.household?.newBecause) {
    throw new ProblemError('household_unclear', {
      fields: [{ field: 'household.newBecause', label: '为什么另立一户', message: '有相似的家庭:请选一户,或写明为什么另立' }],
    })
  }
  const household = id === null ? founded(step, found.township) : { id, statements: [] }
  const joins = (personId: string) => stayInsert(step, { personId, n: next(found.steps, personId), householdId: household.id, relation: '本人' })
  const self = found.own === null ? [joins(found.personId)] : []
  const twin = found.twin !== null && found.byIdNumber === null ? [joins(found.twin)] : []
  return {
    id: household.id,
    statements: [...household.statements, ...self, ...twin, ...members(ctx, step, input, found, household.id)],
  }
}

/** A household that is new in the books. */
export function founded(step: Step, township: string): Household {
  const id = step.newId('hou')
  return {
    id,
    statements: [
      statement(
        'INSERT INTO households (id, township_code, journal_id) VALUES (?, ?, ?)',
        id,
        township,
        step.journalId,
      ),
    ],
  }
}

/** Who is known by number is linked; a number written twice is refused. */
function members(ctx: Context, step: Step, input: AcceptRequest, found: Finding, householdId: string): Statement[] {
  return (input.household?.members ?? []).flatMap((member, index) => {
    const idNumber = found.taken[index + 1]
    const known =
      idNumber && found.members.find((row) => row.id_number_index === ctx.cipher.index('id_number', idNumber))
    if (idNumber && (found.taken.indexOf(idNumber) <= index || (known && known.id === found.personId))) {
      throw fieldProblem(`household.members.${index}.idNumber`, '身份证号', '这个号码已经写过了')
    }
    if (known && knownTo(ctx, known, member.name, step.caller.personId) === null)
      throw fieldProblem(`household.members.${index}.name`, '姓名', '姓名和身份证号对不上,请核对')
    if (known)
      return known.household_id === householdId
        ? []
        : [stayInsert(step, { personId: String(known.id), n: next(found.steps, String(known.id)), householdId, relation: member.relation })]
    const id = step.newId('per')
    return [
      personInsert(
        ctx,
        id,
        { name: member.name, idNumber, township: found.township, village: found.village },
        step.journalId,
      ),
      stayInsert(step, { personId: id, n: 1, householdId, relation: member.relation }),
    ]
  })
}

type Stay = { personId: string; n: number; householdId: string | null; relation: string | null; reasonTextId?: string | null }

/** One step of one person: from now on he lives there, or in no household that we know. */
export function stayInsert(step: Step, { personId, n, householdId, relation, reasonTextId }: Stay): Statement {
  return statement(
    `INSERT INTO household_changes (person_id, n, household_id, relation, reason_text_id, changed_by, changed_at, journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    personId,
    n,
    householdId,
    relation,
    reasonTextId ?? null,
    step.caller.personId,
    step.at,
    step.journalId,
  )
}

/** The number of a person's next step. */
function next(steps: Row[], personId: string): number {
  return 1 + Number(steps.find((row) => row.person_id === personId)?.n ?? 0)
}

export function idOf(rows: Row[], column = 'id'): string | null {
  const id = rows[0]?.[column]
  return typeof id === 'string' ? id : null
}
