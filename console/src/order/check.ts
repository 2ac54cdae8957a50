import { fieldLabels } from '../../../worker/contract/fields.ts'
import { parseYuan } from '../../../worker/contract/money.ts'
import type { Problem } from '../../../worker/contract/problems.ts'
import type { Draft, FieldName } from './draft.ts'
import { fields } from './orders.ts'

/** What is wrong with a field, in words that stand beside it. */
export type Wrong = Partial<Record<FieldName, string>>

/** The draft as the API takes it; only what cannot be sent at all is refused here, the rules are the server's. */
export function bodyOf(asked: FieldName[], draft: Draft): { body: Record<string, unknown>; wrong: Wrong } {
  const wrong: Wrong = {}
  const body: Record<string, unknown> = {}
  for (const name of asked) {
    const value = draft[name].trim()
    if (name === 'amount') {
      const sum = parseYuan(value)
      if (sum.ok) body['amountFen'] = sum.fen
      else wrong.amount = sum.reason
    } else if (value === '') {
      wrong[name] = `请填写${labelOf(name)}`
    } else if (name === 'entry' && !/^\d{1,9}$/.test(value)) {
      wrong.entry = '笔号只能写数字'
    } else {
      body[fields[name].sentAs] = name === 'entry' ? Number(value) : value
    }
  }
  return { body, wrong }
}

/** The server's complaints, each at the field it is about. */
export function wrongOf(problem: Problem): Wrong {
  const names = Object.keys(fields) as FieldName[]
  return Object.fromEntries((problem.fields ?? []).flatMap(({ field, message }) => {
    const name = names.find((candidate) => fields[candidate].sentAs === field)
    return name ? [[name, message]] : []
  }))
}

export const labelOf = (name: FieldName): string => fieldLabels[fields[name].sentAs] ?? ''
