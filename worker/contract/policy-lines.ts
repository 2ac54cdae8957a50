/** Each line of the policy as the desk shows and checks it: name, unit, range, what was seen elsewhere, its rule. Free of zod. */
import { formulaBasisLabels, fundCycleLabels, nonLocalLabels, smallBasisLabels } from './labels-policy.ts'
import { yearEndLabels } from './labels.ts'
import type { PolicyLines } from './policy-values.ts'

export type PolicyUnit = 'yuan' | 'times' | 'months' | 'days' | 'workdays' | 'hours' | 'count' | 'households' | 'files' | 'percent' | 'dayOfMonth' | 'years' | 'choice'

export type PolicyLine = {
  key: keyof PolicyLines
  label: string
  unit: PolicyUnit
  min: number
  max: number
  /** What other places do. */
  seen: string
  rule: string
  choices?: Readonly<Record<string, string>>
  /** May be left empty. */
  optional?: true
  /** What who writes a draft has to know; nothing for the public. */
  hint?: string
  /** Kept by date, but nothing is decided by it yet: the public page does not print it, the draft says so. */
  idle?: true
}
export const policyUnitWords: Record<PolicyUnit, string> = {
  yuan: '元', times: '倍', months: '个月', days: '天', workdays: '个工作日', hours: '小时', count: '次', households: '户', files: '件', percent: '%', dayOfMonth: '日',
  years: '年', choice: '',
}

type Row = [key: keyof PolicyLines, label: string, unit: PolicyUnit, min: number, max: number, seen: string, rule: string]

const numbers: Row[] = [
  ['dibaoFen', '城镇低保标准(每人每月)', 'yuan', 1, 1_000_000, '各地公布', 'N-30'],
  ['ruralDibaoFen', '农村低保标准(每人每月)', 'yuan', 1, 1_000_000, '各地公布', 'N-30'],
  ['smallCapFen', '小额快救上限', 'yuan', 1, 1_000_000, '不超过 1 个月低保', 'N-03'],
  ['urgentCeilingFen', '乡镇审批上限', 'yuan', 1, 10_000_000, '500—5,000 元,或低保的 2—4 倍', 'N-20'],
  ['countyCapTimes', '县级上限(低保的倍数)', 'times', 1, 12, '6—12 倍', 'N-20'],
  ['cashCapFen', '现金上限', 'yuan', 0, 10_000_000, '1,000 元', 'N-41'],
  ['monthsMin', '按月算:最少', 'months', 1, 6, '1—3 个月', 'N-31'],
  ['monthsMax', '按月算:最多', 'months', 1, 6, '3—6 个月', 'N-31'],
  ['daysMax', '按天算:最多', 'days', 1, 180, '180 天', 'N-31'],
  ['lightCapFen', '轻微急难上限', 'yuan', 1, 1_000_000, '800 元', 'N-31'],
  ['smallHours', '小额快救办理时限', 'hours', 1, 72, '不超过 72 小时', 'N-02'],
  ['urgentHours', '先行救助办理时限', 'hours', 1, 72, '24—48 小时', 'N-22'],
  ['standardDays', '一般程序办理时限', 'days', 1, 60, '5—20 天', 'N-22'],
  ['explanationDays', '事后补充说明期限', 'workdays', 1, 30, '5—20 个工作日', 'F-6'],
  ['lastSignatureHours', '最后一个签字最晚', 'hours', 0, 72, '付款后 24 小时内', 'A-12'],
  ['publicityDays', '一般程序公示', 'days', 2, 30, '2—7 天', 'N-04'],
  ['publicitySmallDays', '小额快救事后公示', 'days', 0, 30, '不公示', 'N-02'],
  ['publicityUrgentDays', '先行救助事后公示', 'days', 0, 30, '不公示,或 5 天', 'N-04'],
  ['publishEmergencyNames', '公开急难对象姓名', 'count', 0, 0, '不公开', 'N-02'],
  ['sameCausePerYear', '同一事由每户每年', 'count', 1, 12, '1 次', 'N-32'],
  ['householdPerYear', '每户每年合计', 'count', 1, 12, '2 次', 'N-32'],
  ['payeeSharedLimit', '同一账户最多代收', 'households', 1, 20, '2 户', 'N-42'],
  ['overdueBlockUrgent', '逾期未补说明到几件就停先行救助', 'files', 1, 99, '3 件', 'R-07'],
  ['lowFundPercent', '余额低于定额多少就提醒', 'percent', 0, 100, '30 %', 'R-05'],
  ['fundCycleDay', '补足日(每月几日)', 'dayOfMonth', 1, 28, '25 日', 'R-04'],
  ['grantYears', '救助档案保存', 'years', 10, 100, '30 年', 'D-09'],
  ['logYears', '办理记录保存', 'years', 1, 100, '3 年', 'D-08'],
  ['draftDays', '草稿保存', 'days', 1, 365, '90 天', 'D-11'],
]
const choices: [keyof PolicyLines, string, Readonly<Record<string, string>>, string, string][] = [
  ['smallBasis', '小额快救上限怎么算', smallBasisLabels, '按件或按人', 'N-03'],
  ['formulaBasis', '按月、按天怎么算', formulaBasisLabels, '按人数或按户', 'N-31'],
  ['nonLocal', '外来没有居住证的人', nonLocalLabels, '在发生地救助', 'N-13'],
  ['fundCycle', '储备金补足', fundCycleLabels, '随时、每月或每季度', 'R-04'],
  ['yearEnd', '年底结余', yearEndLabels, '结转或上缴', 'R-06'],
]

const hints: Partial<Record<keyof PolicyLines, string>> = {
  ruralDibaoFen: '城乡统一就不填', publicitySmallDays: '0 = 不公示', publicityUrgentDays: '0 = 不公示',
}
const idle: readonly (keyof PolicyLines)[] = [
  'lastSignatureHours', 'publicitySmallDays', 'publicityUrgentDays', 'nonLocal', 'fundCycle', 'fundCycleDay', 'grantYears', 'logYears', 'draftDays',
]
const alsoOf = (key: keyof PolicyLines): Pick<PolicyLine, 'hint' | 'idle'> =>
  ({ ...(hints[key] ? { hint: hints[key] } : {}), ...(idle.includes(key) ? { idle: true } : {}) })

/** Every line that is one number or one word, in the order in which the desk shows them. */
export const policyLines: readonly PolicyLine[] = [
  ...numbers.map(([key, label, unit, min, max, seen, rule]): PolicyLine => ({
    key, label, unit, min, max, seen, rule, ...(key === 'ruralDibaoFen' ? { optional: true } : {}), ...alsoOf(key),
  })),
  ...choices.map(([key, label, words, seen, rule]): PolicyLine => ({ key, label, unit: 'choice', min: 0, max: 0, seen, rule, choices: words, ...alsoOf(key) })),
]
/** What the public reads (N-30): the lines that something is decided by. */
export const publicLines = policyLines.filter(({ key, idle: unused }) => !unused && key !== 'publishEmergencyNames')
