/** The common three as chips; the rest behind 其他, all in plain words. */
import { causeLabels } from '../../../worker/contract/labels.ts'
import { emergencyCauses, expenditureCauses, type CauseCode } from '../../../worker/contract/terms.ts'
import { askWords } from '../../labels/ask.ts'

export interface Option {
  value: string
  label: string
}

const common: CauseCode[] = ['TRAFFIC', 'ILLNESS', 'FIRE']
const option = (code: CauseCode): Option => ({ value: code, label: causeLabels[code] })

export const causeChips: Option[] = [...common.map(option), { value: 'more', label: askWords.other }]
export const otherCauses: Option[] = [...emergencyCauses, ...expenditureCauses].filter((code) => !isCommon(code))
  .map(option)

export function isCommon(code: string): boolean {
  return common.some((one) => one === code)
}

/** Lasting costs go the long way (C-02): said before, not after. */
export function isLasting(code: string): boolean {
  return expenditureCauses.some((one) => one === code)
}
