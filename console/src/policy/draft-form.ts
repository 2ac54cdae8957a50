import { policyLines } from '../../../worker/contract/policy-lines.ts'
import type { PolicyLine } from '../../../worker/contract/policy-lines.ts'
import type { PolicyValues } from '../../../worker/contract/policy-values.ts'
import { formatFen, parseYuan } from '../../../worker/contract/money.ts'

/** What is typed, by line: yuan as yuan. */
export type Typed = Record<string, string>
/** The lines that are lists, row by row. */
export type Rows = { tiersFen: string[]; quotas: { fromPopulation: string; fen: string }[] }
export type Wrongs = Record<string, string>

const plainYuan = (fen: number) => formatFen(fen).replace(/,/g, '').replace(/\.00$/, '')

/** The lines of a version as they are typed: a draft starts from what is in force. */
export function typedOf(values: PolicyValues): Typed {
  const lines = policyLines.map(({ key, unit }) => {
    const value = values[key]
    return [key, value === null ? '' : unit === 'yuan' ? plainYuan(Number(value)) : String(value)]
  })
  return { ...Object.fromEntries(lines) as Typed, fromOn: '' }
}

/** The lists of a version, a row for each. */
export function rowsOf({ tiersFen, quotas }: PolicyValues): Rows {
  return {
    tiersFen: tiersFen.map(plainYuan),
    quotas: quotas.map(({ fromPopulation, fen }) => ({ fromPopulation: String(fromPopulation), fen: plainYuan(fen) })),
  }
}

/** `values.quotas.1.fen` -> `quotas-1-fen`: the field of the form that an answer speaks of. */
export const fieldId = (path: string) => path.replace(/^values\./, '').replaceAll('.', '-')

/** What is typed -> the body of a draft, or what is wrong at which line. The server holds it again. */
export function draftOf(typed: Typed, rows: Rows, refusalCodes: PolicyValues['refusalCodes']): { body: unknown; wrong: Wrongs } {
  const wrong: Wrongs = {}
  const values: Record<string, unknown> = { refusalCodes }
  for (const line of policyLines) {
    const read = lineOf(line, typed[line.key] ?? '')
    if (typeof read === 'string' && line.unit !== 'choice') wrong[line.key] = read
    else values[line.key] = read
  }
  // a row that nothing was written into is none
  const written = (...cells: string[]) => cells.some((cell) => cell.trim() !== '')
  values['tiersFen'] = rows.tiersFen.flatMap((sum, index) => (written(sum) ? [yuanOf(sum, `tiersFen-${index}`, wrong)] : []))
  values['quotas'] = rows.quotas.flatMap(({ fromPopulation, fen }, index) => {
    if (!written(fromPopulation, fen)) return []
    const people = fromPopulation.trim().replace(/,/g, '')
    if (!/^\d{1,8}$/.test(people)) wrong[`quotas-${index}-fromPopulation`] = '人口要填整数,如 10000'
    return [{ fromPopulation: Number(people), fen: yuanOf(fen, `quotas-${index}-fen`, wrong) }]
  })
  const fromOn = (typed['fromOn'] ?? '').trim()
  if (!/^\d{4}-\d{2}-\d{2}$/.test(fromOn)) wrong['fromOn'] = '日期要写成 2027-07-01 这样'
  return { body: { fromOn, values }, wrong }
}

function yuanOf(text: string, name: string, wrong: Wrongs): number {
  const read = parseYuan(text)
  if (!read.ok) wrong[name] = read.reason
  return read.ok ? read.fen : 0
}

/** A number, a word of the choice, null where it may be left empty; a string that is no choice says what is wrong. */
function lineOf({ unit, min, max, optional }: PolicyLine, text: string): number | string | null {
  if (unit === 'choice') return text
  if (text.trim() === '' && optional) return null
  if (unit === 'yuan' && !/^0(\.0{1,2})?$/.test(text.trim())) {
    const read = parseYuan(text)
    return read.ok ? read.fen : read.reason
  }
  const value = Number(text)
  return Number.isInteger(value) && text.trim() !== '' && value >= min && value <= max ? value : `要填 ${min} 到 ${max} 之间的整数`
}
