/** The Chinese word for each term of a household's chain. */
import type { DuplicateTie, ExceptionCode, HouseholdStep } from './terms-household.ts'

export const householdStepLabels = {
  join: '加入这一户',
  move: '转到另一户',
  leave: '离开这一户',
} satisfies Record<HouseholdStep, string>

export const exceptionLabels = {
  RECURRENT_INFECTION: '传染病反复住院',
  EPIDEMIC: '疫情',
  OTHER_HARDSHIP: '其他特别困难',
  SHARED_PAYEE: '多户共用一个账户',
  STILL_IN_NEED: '跨年仍困难',
} satisfies Record<ExceptionCode, string>

export const duplicateLabels = {
  person: '同一个人',
  member: '同一户的人',
  account: '收款账户一样',
  phone: '电话一样',
  name: '同村同名',
} satisfies Record<DuplicateTie, string>
