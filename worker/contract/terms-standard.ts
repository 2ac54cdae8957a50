/** Words of 一般程序 (RULEBOOK 1.4, track C). Plain tuples, so that the phone can take them. */
import type { PostKind } from './terms.ts'

/** 核对报告, or 免核 because the household is recognised already (N-05). */
export const checkBases = ['report', 'recognised'] as const

/** 低保 / 特困 / 低保边缘 / 刚性支出困难 (N-05). */
export const recognisedKinds = ['dibao', 'tekun', 'edge', 'rigid'] as const

/** Where a public notice stands; `stopped` while an objection is open. */
export const noticeStates = ['running', 'stopped', 'finished'] as const

/** 急难型 / 支出型: all that a public notice says of the cause (F-7). */
export const causeClasses = ['emergency', 'expenditure'] as const

/** Who objects: signed in, or by telephone to the office. */
export const objectionWays = ['online', 'telephone'] as const

/** 不成立 / 调整金额 / 成立. */
export const objectionResults = ['dismissed', 'amended', 'upheld'] as const

/** What the caller may do next on the standard way. */
export const standardActions = [
  'authorise',
  'checkMeans',
  'surveyHome',
  'signSurvey',
  'postNotice',
  'recordObjection',
  'holdHearing',
  'settleObjection',
] as const

export type CheckBasis = (typeof checkBases)[number]
export type RecognisedKind = (typeof recognisedKinds)[number]
export type NoticeState = (typeof noticeStates)[number]
export type CauseClass = (typeof causeClasses)[number]
export type ObjectionWay = (typeof objectionWays)[number]
export type ObjectionResult = (typeof objectionResults)[number]
export type StandardAction = (typeof standardActions)[number]

/** Who may stand at the household's door, and sign as the second (F-3). */
export const surveyors = ['caseworker', 'coordinator', 'grid_worker'] as const satisfies readonly PostKind[]
