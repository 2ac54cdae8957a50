/** The Chinese words of the policy's own terms. */
import type { FormulaBasis, FormulaKind, FormulaStandard, FundCycle, NonLocalRule, SmallBasis } from './terms-policy.ts'

export const smallBasisLabels = { per_case: '按件', per_person: '按人' } as const satisfies Record<SmallBasis, string>
export const formulaBasisLabels = { per_person: '按人数', per_household: '按户' } as const satisfies Record<FormulaBasis, string>
export const formulaKindLabels = { months: '按月算', days: '按天算', light: '轻微急难' } as const satisfies Record<FormulaKind, string>
export const formulaStandardLabels = { urban: '城镇低保', rural: '农村低保' } as const satisfies Record<FormulaStandard, string>
export const fundCycleLabels = { on_demand: '随时', monthly: '每月', quarterly: '每季度' } as const satisfies Record<FundCycle, string>
export const nonLocalLabels = {
  aid_here: '在急难发生地救助',
  assist_to_station: '送救助管理站',
} as const satisfies Record<NonLocalRule, string>
