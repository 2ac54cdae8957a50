/** How the sum is worked out (N-31), as the form holds it: what was typed stays, whichever way is picked. */
import type { Formula, FormulaLimits } from '../../../worker/contract/formula.ts'
import { countedPersons, formulaFen, formulaWords } from '../../../worker/contract/formula.ts'
import { formulaKindLabels, formulaStandardLabels } from '../../../worker/contract/labels-policy.ts'
import type { DecisionView } from '../../../worker/contract/requests.ts'
import { formulaKinds, formulaStandards, type FormulaKind, type FormulaStandard } from '../../../worker/contract/terms-policy.ts'
import { formulaLabels } from '../../labels/formula.ts'
import { plainDigits } from '../../typed/digits.ts'

export interface FormulaForm {
  kind: 'outright' | FormulaKind
  base: FormulaStandard
  persons: string
  count: string
}

export const formulaWays = [
  { value: 'outright', label: formulaLabels.outright },
  ...formulaKinds.map((value) => ({ value: value as string, label: formulaKindLabels[value] })),
]
export const formulaBases = formulaStandards.map((value) => ({ value, label: formulaStandardLabels[value] }))

/** To begin with the sum is set outright; the whole household and the fewest months stand ready. */
export function firstFormula({ limits, facts }: DecisionView): FormulaForm {
  return { kind: 'outright', base: 'urban', persons: String(countedPersons(limits, facts.persons)), count: String(limits.monthsMin) }
}

/** What the form says: nothing to count, a formula, or what is still wrong with it. */
export function formulaIn({ kind, base, persons, count }: FormulaForm): { formula?: Formula; fault: string } {
  if (kind === 'outright') return { fault: '' }
  if (kind === 'light') return { formula: { kind }, fault: '' }
  const [people, long] = [wholeOf(persons, 99), wholeOf(count, 999)]
  if (people === null) return { fault: formulaLabels.personsFault }
  if (long === null) return { fault: kind === 'days' ? formulaLabels.daysFault : formulaLabels.monthsFault }
  return { formula: { kind, base, persons: people, count: long }, fault: '' }
}

/** The sum that it comes to in fen; null where it counts nothing. */
export function formulaSum(form: FormulaForm, limits: FormulaLimits): number | null {
  const { formula } = formulaIn(form)
  return formula && formula.kind !== 'light' ? formulaFen(formula, limits) : null
}

/** `828.00 × 3 人 × 2 个月 = 4,968.00 元`, or what is still to fill in. */
export function formulaLine(form: FormulaForm, limits: FormulaLimits): string {
  const { formula, fault } = formulaIn(form)
  return formula ? formulaWords(formula, limits) : fault
}

function wholeOf(text: string, most: number): number | null {
  const plain = plainDigits(text)
  return /^\d{1,3}$/.test(plain) && Number(plain) >= 1 && Number(plain) <= most ? Number(plain) : null
}
