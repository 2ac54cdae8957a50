import type { ChangeHousehold, HouseholdChanged } from '../contract/index.ts'
import type { Step } from '../identity/index.ts'
import { change } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { fieldProblem, ProblemError, statement, textInsert } from '../platform/index.ts'
import { founded, stayInsert } from './household.ts'
import { knownTo, personInsert } from './person.ts'
import { checkedIdNumber } from './rules.ts'

type Names = 'household' | 'members' | 'known' | 'targets'
type Wish = ChangeHousehold['changes'][number] & { idNumber?: string }
type Where = { id: string; township: string; fresh: { id: string; statements: Statement[] } | null; reasonTextId: string | null }

/**
 * Members join, leave, move out into a household of their own (分户) or into another one (并户), in one act with one reason
 * (C-07). Refuses: household_same, post_required, out_of_scope, beneficiary, chain_stale.
 */
export async function changeHousehold(ctx: Context, householdId: string, input: ChangeHousehold): Promise<HouseholdChanged> {
  const wishes: Wish[] = input.changes.map((wish, index) => ({ ...wish, idNumber: checkedIdNumber(ctx, wish.idNumber, `changes.${index}.idNumber`) }))
  const indexes = wishes.flatMap(({ idNumber }) => (idNumber ? [ctx.cipher.index('id_number', idNumber)] : []))
  return change<Names, HouseholdChanged>(ctx, {
    chain: statement('SELECT township_code FROM households WHERE id = ?', householdId),
    facts: {
      household: statement('SELECT id, township_code FROM households WHERE id = ?', householdId),
      members: statement(
        `SELECT m.person_id, (SELECT count(*) FROM household_changes WHERE person_id = m.person_id) AS n FROM household_members m WHERE m.household_id = ?`,
        householdId,
      ),
      known: statement(
        `SELECT p.id, p.id_number_index, p.name_cipher, (SELECT count(*) FROM household_changes WHERE person_id = p.id) AS n FROM persons p
         WHERE p.id_number_index IN (SELECT value FROM json_each(?))`,
        JSON.stringify(indexes),
      ),
      targets: statement('SELECT id FROM households WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(wishes.flatMap(({ to }) => to ?? []))),
    },
    plan: ({ household: [row], members, known, targets }, step) => {
      if (!row) throw new ProblemError('not_found')
      const township = String(row.township_code)
      const reason = textInsert(ctx.cipher, step, input.reason)
      const splits = wishes.some(({ step: kind, to }) => kind === 'move' && to === undefined)
      const where: Where = { id: householdId, township, fresh: splits ? founded(step, township) : null, reasonTextId: reason.id }
      const seen = new Set<string>()
      const steps = wishes.flatMap((wish, index) =>
        wish.step === 'join' ? joined(ctx, step, where, wish, index, known, seen) : gone(step, where, wish, index, members, targets, seen),
      )
      return {
        object: householdId,
        statements: [...reason.statements, ...(where.fresh?.statements ?? []), ...steps],
        answer: { id: householdId, changedAt: step.at, newHouseholdId: where.fresh?.id ?? null },
      }
    },
  })
}

/** Somebody new, or somebody whose number is known: he moves here from wherever he lived. */
function joined(ctx: Context, step: Step, where: Where, wish: Wish, index: number, known: Row[], seen: Set<string>): Statement[] {
  const at = (field: string) => `changes.${index}.${field}`
  if (!wish.name) throw fieldProblem(at('name'), '姓名', '请写加入的人的姓名')
  if (!wish.relation) throw fieldProblem(at('relation'), '关系', '请写他和户主的关系')
  const row = wish.idNumber && known.find((one) => one.id_number_index === ctx.cipher.index('id_number', wish.idNumber ?? ''))
  if (row && knownTo(ctx, row, wish.name, step.caller.personId) === null) throw fieldProblem(at('name'), '姓名', '姓名和身份证号对不上,请核对')
  const id = row ? String(row.id) : step.newId('per')
  once(seen, wish.idNumber ?? id, at('idNumber'))
  const stay = { personId: id, n: 1 + Number(row ? row.n : 0), householdId: where.id, relation: wish.relation, reasonTextId: where.reasonTextId }
  const person = { name: wish.name, idNumber: wish.idNumber, township: where.township }
  return [...(row ? [] : [personInsert(ctx, id, person, step.journalId)]), stayInsert(step, stay)]
}

/** A member who leaves, or moves to another household. */
function gone(step: Step, where: Where, wish: Wish, index: number, members: Row[], targets: Row[], seen: Set<string>): Statement[] {
  const at = (field: string) => `changes.${index}.${field}`
  const row = members.find((one) => one.person_id === wish.personId)
  if (!row) throw fieldProblem(at('personId'), '家庭成员', '这个人现在不在这一户,请刷新')
  once(seen, String(row.person_id), at('personId'))
  const moves = wish.step === 'move'
  if (moves && wish.to !== undefined && !targets.some(({ id }) => id === wish.to)) throw fieldProblem(at('to'), '转到哪一户', '没有这一户,请重新选择')
  if (moves && !wish.relation) throw fieldProblem(at('relation'), '关系', '请写他在新的一户里的关系')
  const householdId = moves ? (wish.to ?? where.fresh?.id ?? null) : null
  const relation = moves ? (wish.relation ?? null) : null
  return [stayInsert(step, { personId: String(row.person_id), n: 1 + Number(row.n), householdId, relation, reasonTextId: where.reasonTextId })]
}

function once(seen: Set<string>, who: string, field: string): void {
  if (seen.has(who)) throw fieldProblem(field, '家庭成员', '同一个人写了两次')
  seen.add(who)
}
