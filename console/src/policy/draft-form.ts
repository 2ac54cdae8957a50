import { policyLines } from '../../../worker/contract/policy-lines.ts'
import type { PolicyLine } from '../../../worker/contract/policy-lines.ts'
import type { PolicyValues } from '../../../worker/contract/policy-values.ts'
import { formatFen, parseYuan } from '../../../worker/contract/money.ts'

/** What is typed, by line: yuan as yuan, lists as words between commas. */
export type Typed = Record<string, string>
export type Wrongs = Record<string, string>

const plainYuan = (fen: number) => formatFen(fen).replace(/,/g, '').replace(/\.00$/, '')

/** The lines of a version as they are typed: a draft starts from what is in force. */
export function typedOf(values: PolicyValues): Typed {
  const lines = policyLines.map(({ key, unit }) => {
    const value = values[key]
    return [key, value === null ? '' : unit === 'yuan' ? plainYuan(Number(value)) : String(value)]
  })
  return {
    ...Object.fromEntries(lines) as Typed,
    fromOn: '',
    tiersFen: values.tiersFen.map(plainYuan).join(','),
    quotas: values.quotas.map(({ fromPopulation, fen }) => `${fromPopulation}=${plainYuan(fen)}`).join(','),
  }
}

/** What is typed -> the body of a draft, or what is wrong at which line. The server holds it again. */
export function draftOf(typed: Typed, refusalCodes: PolicyValues['refusalCodes']): { body: unknown; wrong: Wrongs } {
  const wrong: Wrongs = {}
  const values: Record<string, unknown> = { refusalCodes }
  for (const line of policyLines) {
    const read = lineOf(line, typed[line.key] ?? '')
    if (typeof read === 'string' && line.unit !== 'choice') wrong[line.key] = read
    else values[line.key] = read
  }
  const parts = (name: string) => (typed[name] ?? '').split(/[,,、]/).map((part) => part.trim()).filter((part) => part)
  values['tiersFen'] = parts('tiersFen').map((part) => yuanOf(part, 'tiersFen', wrong))
  values['quotas'] = parts('quotas').map((part) => {
    const [people = '', sum = ''] = part.split('=')
    if (!/^\d+$/.test(people.trim())) wrong['quotas'] = '写成 人口=金额,如 10000=50000'
    return { fromPopulation: Number(people), fen: yuanOf(sum, 'quotas', wrong) }
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
