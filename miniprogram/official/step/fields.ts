/** What each step of 一般程序 asks for, and how its body is made of what was typed. */
import { stepWords, standardWords } from '../../labels/standard.ts'
import type { Fault } from '../../walk/faults.ts'
import { commitmentVersions } from '../../../worker/contract/commitment.ts'
import { checkBasisLabels, objectionResultLabels, recognisedLabels } from '../../../worker/contract/labels-standard.ts'
import { parseYuan } from '../../../worker/contract/money.ts'
import type { StandardAction } from '../../../worker/contract/terms-standard.ts'

type Option = { value: string; label: string }
export interface Field {
  name: string
  label: string
  kind: 'text' | 'words' | 'number' | 'digit' | 'choice'
  hint?: string
  optional?: true
  options?: Option[]
  /** Asked only where another field has this value. */
  when?: [name: string, value: string]
}
export type Values = Record<string, string>

const optionsOf = (labels: Record<string, string>): Option[] => Object.keys(labels).map((value) => ({ value, label: labels[value] ?? '' }))
const yesNo: Option[] = [{ value: 'yes', label: standardWords.yes }, { value: 'no', label: standardWords.no }]
const limits: Option[] = [{ value: 'yes', label: standardWords.within }, { value: 'no', label: standardWords.over }]
const sum = (name: string, label: string): Field => ({ name, label, kind: 'digit' })

export const fieldsOf: Record<StandardAction, Field[]> = {
  authorise: [{ name: 'signers', label: stepWords.signers, kind: 'words', hint: stepWords.signersHint }],
  checkMeans: [
    { name: 'basis', label: stepWords.basis, kind: 'choice', options: optionsOf(checkBasisLabels) },
    { name: 'recognised', label: stepWords.recognised, kind: 'choice', options: optionsOf(recognisedLabels), when: ['basis', 'recognised'] },
    { name: 'incomeWithin', label: stepWords.income, kind: 'choice', options: limits, when: ['basis', 'report'] },
    { name: 'propertyWithin', label: stepWords.property, kind: 'choice', options: limits, when: ['basis', 'report'] },
    { name: 'paper', label: stepWords.paper, kind: 'text' },
    { name: 'untilOn', label: stepWords.untilOn, kind: 'text', hint: stepWords.dayHint },
  ],
  surveyHome: [
    { name: 'people', label: stepWords.people, kind: 'number' },
    { name: 'housing', label: stepWords.housing, kind: 'text' },
    { name: 'income', label: stepWords.earnings, kind: 'words' },
    { name: 'hardship', label: stepWords.hardship, kind: 'words' },
    { name: 'officialKin', label: stepWords.officialKin, kind: 'choice', options: yesNo },
    sum('needFen', stepWords.needFen),
  ],
  signSurvey: [],
  postNotice: [sum('amountFen', stepWords.amountFen)],
  recordObjection: [
    { name: 'callerName', label: stepWords.callerName, kind: 'text' },
    { name: 'callerPhone', label: stepWords.callerPhone, kind: 'number', optional: true },
    { name: 'words', label: stepWords.words, kind: 'words' },
  ],
  holdHearing: [
    { name: 'ayes', label: stepWords.ayes, kind: 'number' },
    { name: 'noes', label: stepWords.noes, kind: 'number' },
    { name: 'minutes', label: stepWords.minutes, kind: 'words' },
  ],
  settleObjection: [
    { name: 'result', label: stepWords.result, kind: 'choice', options: optionsOf(objectionResultLabels) },
    { ...sum('amendedFen', stepWords.amendedFen), when: ['result', 'amended'] },
    { name: 'reason', label: stepWords.reason, kind: 'words' },
  ],
}

/** Steps that are proven by a photo. */
export const withPhotos: readonly StandardAction[] = ['authorise', 'surveyHome']

export const askedOf = (action: StandardAction, values: Values): Field[] =>
  fieldsOf[action].filter(({ when }) => !when || values[when[0]] === when[1])

export function faultsOf(action: StandardAction, values: Values): Fault[] {
  return askedOf(action, values).flatMap(({ name, kind, optional }): Fault[] => {
    const value = (values[name] ?? '').trim()
    if (value === '') return optional ? [] : [{ field: name, message: stepWords.empty }]
    if (kind === 'number' && !/^\d{1,11}$/.test(value)) return [{ field: name, message: stepWords.number }]
    const typed = kind === 'digit' ? parseYuan(value) : null
    return typed && !typed.ok ? [{ field: name, message: typed.reason }] : []
  })
}

export function bodyOf(action: StandardAction, values: Values, photoIds: string[]): unknown {
  const cell = (name: string) => (values[name] ?? '').trim()
  const fenOf = (name: string) => {
    const typed = parseYuan(cell(name))
    return typed.ok ? typed.fen : 0
  }
  const paper = { paper: cell('paper'), untilOn: cell('untilOn') }
  switch (action) {
    case 'authorise': return {
      consentVersion: commitmentVersions[commitmentVersions.length - 1],
      signers: cell('signers').split(/[\n、,,]/).map((name) => name.trim()).filter((name) => name !== ''),
      paperEvidenceId: photoIds[0],
    }
    case 'checkMeans': return cell('basis') === 'recognised'
      ? { basis: 'recognised', recognised: cell('recognised'), ...paper }
      : { basis: 'report', incomeWithin: cell('incomeWithin') === 'yes', propertyWithin: cell('propertyWithin') === 'yes', ...paper }
    case 'surveyHome': return {
      people: Number(cell('people')), housing: cell('housing'), income: cell('income'), hardship: cell('hardship'),
      officialKin: cell('officialKin') === 'yes', needFen: fenOf('needFen'), photoIds,
    }
    case 'postNotice': return { amountFen: fenOf('amountFen') }
    case 'recordObjection': return {
      words: cell('words'), caller: { name: cell('callerName'), ...(cell('callerPhone') ? { phone: cell('callerPhone') } : {}) },
    }
    case 'holdHearing': return { ayes: Number(cell('ayes')), noes: Number(cell('noes')), minutes: cell('minutes') }
    case 'settleObjection': return {
      result: cell('result'), reason: cell('reason'), ...(cell('result') === 'amended' ? { amendedFen: fenOf('amendedFen') } : {}),
    }
    default: return {}
  }
}
