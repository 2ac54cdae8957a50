/** The Chinese words of 一般程序. */
import type {
  CauseClass,
  CheckBasis,
  NoticeState,
  ObjectionResult,
  ObjectionWay,
  RecognisedKind,
  StandardAction,
} from './terms-standard.ts'

export const checkBasisLabels = { report: '核对报告', recognised: '免核' } as const satisfies Record<CheckBasis, string>

export const recognisedLabels = {
  dibao: '低保家庭',
  tekun: '特困人员',
  edge: '低保边缘家庭',
  rigid: '刚性支出困难家庭',
} as const satisfies Record<RecognisedKind, string>

export const noticeStateLabels = {
  running: '公示中',
  stopped: '有异议,暂停计时',
  finished: '公示期满',
} as const satisfies Record<NoticeState, string>

export const causeClassLabels = { emergency: '急难型', expenditure: '支出型' } as const satisfies Record<CauseClass, string>

export const objectionWayLabels = { online: '网上', telephone: '电话' } as const satisfies Record<ObjectionWay, string>

export const objectionResultLabels = {
  dismissed: '异议不成立',
  amended: '调整金额',
  upheld: '异议成立',
} as const satisfies Record<ObjectionResult, string>

export const standardActionLabels = {
  authorise: '登记核对授权书',
  checkMeans: '登记核对结果',
  surveyHome: '登记入户调查',
  signSurvey: '签认入户调查',
  postNotice: '开始公示',
  recordObjection: '登记电话异议',
  holdHearing: '登记民主评议',
  settleObjection: '处理异议',
} as const satisfies Record<StandardAction, string>
