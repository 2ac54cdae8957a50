/** How one version differs from another, line by line, in words for people. Free of zod. */
import { refusalLabels } from './labels.ts'
import { formatFen } from './money.ts'
import type { PolicyLine } from './policy-lines.ts'
import { policyLines, policyUnitWords } from './policy-lines.ts'
import type { PolicyValues } from './policy-values.ts'

export type PolicyDifference = { label: string; from: string; to: string }

/** 828.00 元, 24 小时, 每月: a line's value as it is read. */
export function policyLineWords({ key, unit, choices }: PolicyLine, values: PolicyValues): string {
  const value = values[key]
  if (value === null) return '城乡统一'
  if (value === 0 && unit === 'days') return '不公示'
  if (unit === 'choice') return choices?.[String(value)] ?? String(value)
  return unit === 'yuan' ? `${formatFen(Number(value))} 元` : `${value} ${policyUnitWords[unit]}`
}

/** Only the lines that differ, lists included. */
export function policyDifferences(before: PolicyValues, after: PolicyValues): PolicyDifference[] {
  const pairs = [
    ...policyLines.map((line) => ({ label: line.label, from: policyLineWords(line, before), to: policyLineWords(line, after) })),
    { label: '小额档次', from: tierWords(before), to: tierWords(after) },
    { label: '储备金定额', from: quotaWords(before), to: quotaWords(after) },
    { label: '不予救助的理由', from: reasonWords(before), to: reasonWords(after) },
  ]
  return pairs.filter(({ from, to }) => from !== to)
}

const tierWords = ({ tiersFen }: PolicyValues) => tiersFen.map((fen) => formatFen(fen)).join('、') || '没有'
const quotaWords = ({ quotas }: PolicyValues) =>
  [...quotas].sort((one, other) => one.fromPopulation - other.fromPopulation)
    .map(({ fromPopulation, fen }) => `${fromPopulation} 人起 ${formatFen(fen)} 元`).join('、') || '没有'
const reasonWords = ({ refusalCodes }: PolicyValues) => [...refusalCodes].sort().map((code) => refusalLabels[code]).join('、') || '全部'
