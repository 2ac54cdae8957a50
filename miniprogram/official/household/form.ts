/** One change of a household: what is asked, what is missing, what is sent. */
import type { ChangeHousehold } from '../../../worker/contract/household.ts'
import { checkIdNumber } from '../../../worker/contract/idNumber.ts'
import type { HouseholdStep } from '../../../worker/contract/terms-household.ts'
import { beijingDay } from '../../clock/beijing.ts'
import { householdFaults } from '../../labels/household.ts'
import type { Fault } from '../../walk/faults.ts'

export type Change = {
  step: HouseholdStep | ''
  personId: string
  name: string
  relation: string
  idNumber: string
  reason: string
}

export const blankChange: Change = { step: '', personId: '', name: '', relation: '', idNumber: '', reason: '' }

export function changeFaultsOf(form: Change): Fault[] {
  const faults: Fault[] = []
  const wrong = (field: keyof Change, message: string) => faults.push({ field, message })
  const joins = form.step === 'join'
  if (!form.step) wrong('step', householdFaults.step)
  if (form.step && !joins && !form.personId) wrong('personId', householdFaults.who)
  if (joins && !form.name.trim()) wrong('name', householdFaults.name)
  if ((joins || form.step === 'move') && !form.relation.trim()) wrong('relation', householdFaults.relation)
  const id = joins && form.idNumber.trim() ? checkIdNumber(form.idNumber, beijingDay(Date.now()), true) : null
  if (id && !id.ok) wrong('idNumber', id.reason)
  if (form.reason.trim().length < 4) wrong('reason', householdFaults.reason)
  return faults
}

export function changeBody({ step, personId, name, relation, idNumber, reason }: Change): ChangeHousehold {
  const joins = step === 'join'
  return {
    reason: reason.trim(),
    changes: [{
      step: step || 'join',
      ...(joins ? { name: name.trim() } : { personId }),
      ...(step === 'leave' ? {} : { relation: relation.trim() }),
      ...(joins && idNumber.trim() ? { idNumber: idNumber.trim() } : {}),
    }],
  }
}
