/**
 * How a sum was worked out (救助核算过程, F-1): 低保 a month x persons x months, or by days, or within the cap of a slight
 * emergency (N-31). The phone, the judge and the schema (db/migrations/0009) work it out alike. Sums in fen; free of zod.
 */
import { formatFen } from './money.ts'
import type { PolicyLines } from './policy-values.ts'
import type { FormulaKind, FormulaStandard } from './terms-policy.ts'

export type CountedFormula = { kind: Exclude<FormulaKind, 'light'>; base: FormulaStandard; persons: number; count: number }
export type Formula = { kind: 'light' } | CountedFormula
/** The lines of the policy that a formula is made of. */
export type FormulaLimits = Pick<
  PolicyLines, 'dibaoFen' | 'ruralDibaoFen' | 'formulaBasis' | 'monthsMin' | 'monthsMax' | 'daysMax' | 'lightCapFen'
>

type Standards = Pick<FormulaLimits, 'dibaoFen' | 'ruralDibaoFen'>

/** The month's standard of town or country; a county with one standard has it for both. */
export function standardOf(base: FormulaStandard, { dibaoFen, ruralDibaoFen }: Standards): number {
  return base === 'rural' ? (ruralDibaoFen ?? dibaoFen) : dibaoFen
}

/** How many persons the formula may count at most: the household's members, or the household once. */
export function countedPersons({ formulaBasis }: Pick<FormulaLimits, 'formulaBasis'>, persons: number): number {
  return formulaBasis === 'per_household' ? 1 : Math.max(1, persons)
}

/** What it comes to. A day is a thirtieth of the month; what is left of a fen falls away. */
export function formulaFen({ kind, base, persons, count }: CountedFormula, limits: Standards): number {
  const fen = standardOf(base, limits) * persons * count
  return kind === 'days' ? Math.floor(fen / 30) : fen
}

/** `828.00 × 3 人 × 2 个月 = 4,968.00 元`. */
export function formulaWords(formula: Formula, limits: Standards & Pick<FormulaLimits, 'formulaBasis' | 'lightCapFen'>): string {
  if (formula.kind === 'light') return `轻微急难,最多 ${formatFen(limits.lightCapFen)} 元`
  const { kind, base, persons, count } = formula
  const month = formatFen(standardOf(base, limits))
  const whom = limits.formulaBasis === 'per_household' ? `${persons} 户` : `${persons} 人`
  const long = kind === 'days' ? `${count} 天 ÷ 30` : `${count} 个月`
  return `${month} × ${whom} × ${long} = ${formatFen(formulaFen(formula, limits))} 元`
}
