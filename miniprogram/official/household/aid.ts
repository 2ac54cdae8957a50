/** What another programme gave: what is asked, what is missing, what is sent. */
import type { EnterAid } from '../../../worker/contract/household.ts'
import { parseYuan } from '../../../worker/contract/money.ts'
import { standingPrograms, type AidProgram } from '../../../worker/contract/terms-household.ts'
import { householdFaults } from '../../labels/household.ts'
import type { Fault } from '../../walk/faults.ts'

export type Aid = { program: AidProgram | ''; amount: string; fromOn: string; toOn: string; note: string }

export const blankAid: Aid = { program: '', amount: '', fromOn: '', toOn: '', note: '' }

export const isStanding = (program: string): boolean => (standingPrograms as readonly string[]).indexOf(program) >= 0

export function aidFaultsOf({ program, amount, fromOn, toOn, note }: Aid): Fault[] {
  const faults: Fault[] = []
  const wrong = (field: string, message: string) => faults.push({ field, message })
  if (!program) wrong('program', householdFaults.program)
  const sum = amount.trim() ? parseYuan(amount) : null
  if (sum && !sum.ok) wrong('amount', sum.reason)
  if (!isDay(fromOn)) wrong('fromOn', householdFaults.fromOn)
  if (isStanding(program) && !isDay(toOn)) wrong('toOn', householdFaults.toOn)
  if (note.trim().length < 2) wrong('note', householdFaults.note)
  return faults
}

export function aidBody({ program, amount, fromOn, toOn, note }: Aid): EnterAid {
  const sum = amount.trim() ? parseYuan(amount) : null
  return {
    program: program || 'OTHER_AID', fromOn: fromOn.trim(), note: note.trim(),
    ...(sum?.ok ? { amountFen: sum.fen } : {}),
    ...(isStanding(program) ? { toOn: toOn.trim() } : {}),
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim())
}
