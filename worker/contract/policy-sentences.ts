/** The policy in force as people say it: one heading and one sentence each, made from its values (N-30). Free of zod. */
import { formatFen } from './money.ts'
import type { PolicyLines } from './policy-values.ts'

export type PolicySentence = { title: string; text: string }

const yuan = (fen: number) => `${formatFen(fen).replace(/\.00$/, '')} 元`

export function policySentences(p: PolicyLines): PolicySentence[] {
  const each = p.smallBasis === 'per_person' ? '每人' : '每次'
  return [
    { title: '小额快救', text: `${each}最多 ${yuan(p.smallCapFen)},${p.smallHours} 小时内办,不先公示。` },
    { title: '先行救助', text: `每次最多 ${yuan(p.urgentCeilingFen)},${p.urgentHours} 小时内办,先给钱,后补材料。` },
    { title: '一般程序', text: `花销大的,先公示 ${p.publicityDays} 天,再批准。` },
    { title: '低保标准', text: `城镇每人每月 ${yuan(p.dibaoFen)}${p.ruralDibaoFen === null ? '' : `,农村 ${yuan(p.ruralDibaoFen)}`}。` },
    { title: '现金', text: `一次最多 ${yuan(p.cashCapFen)},再多就转账。` },
    { title: '一年几次', text: `同一件急事 ${p.sameCausePerYear} 次,一户合计 ${p.householdPerYear} 次。` },
    { title: '事后说明', text: `钱到账后 ${p.explanationDays} 个工作日内补上。` },
    { title: '外来的人', text: p.nonLocal === 'aid_here' ? '急难发生在哪里,就在哪里救助。' : '没有居住证的,送到救助管理站。' },
  ]
}
