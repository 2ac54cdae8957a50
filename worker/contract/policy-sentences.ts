/** The policy in force as people say it: one heading and one sentence each, made from its values (N-30). Free of zod. */
import { refusalLabels } from './labels.ts'
import { formatFen } from './money.ts'
import type { PolicyValues } from './policy-values.ts'
import { refusalCodes } from './terms.ts'

export type PolicySentence = { title: string; text: string }

const yuan = (fen: number) => `${formatFen(fen).replace(/\.00$/, '')} 元`

export function policySentences(p: PolicyValues): PolicySentence[] {
  const each = p.smallBasis === 'per_person' ? '每人' : '每次'
  const whom = p.formulaBasis === 'per_person' ? '人数' : '户'
  return [
    { title: '小额快救', text: `${each}最多 ${yuan(p.smallCapFen)},${p.smallHours} 小时内办,不先公示。` },
    { title: '先行救助', text: `每次最多 ${yuan(p.urgentCeilingFen)},${p.urgentHours} 小时内办,先给钱,后补材料。` },
    { title: '一般程序', text: `花销大的,先公示 ${p.publicityDays} 天,再批准。` },
    { title: '低保标准', text: `城镇每人每月 ${yuan(p.dibaoFen)}${p.ruralDibaoFen === null ? '' : `,农村 ${yuan(p.ruralDibaoFen)}`}。` },
    { title: '怎么算钱', text: `低保标准 × ${whom} × 月数,最多 ${p.monthsMax} 个月。也可以按天算,最多 ${p.daysMax} 天。` },
    { title: '轻微急难', text: `最多 ${yuan(p.lightCapFen)}。` },
    ...(p.tiersFen.length > 0 ? [{ title: '小额档次', text: `一般给 ${p.tiersFen.map(yuan).join('、')}。` }] : []),
    { title: '现金', text: `一次最多 ${yuan(p.cashCapFen)},再多就转账。` },
    { title: '一年几次', text: `同一件急事 ${p.sameCausePerYear} 次,一户合计 ${p.householdPerYear} 次。` },
    { title: '事后说明', text: `钱到账后 ${p.explanationDays} 个工作日内补上。` },
    ...(p.quotas.length > 0 ? [{ title: '乡镇储备金', text: `${quotaClasses(p).map(({ people, fen }) => `${people} ${yuan(fen)}`).join(';')}。` }] : []),
    { title: '哪些不予救助', text: `${refusalGrounds(p).join('、')}。` },
  ]
}

/** A township's quota by class of population, the smallest first: `不到 10,000 人`, `10,000 到 29,999 人`, `30,000 人以上`. */
export function quotaClasses({ quotas }: Pick<PolicyValues, 'quotas'>): { people: string; fen: number }[] {
  const rising = [...quotas].sort((one, other) => one.fromPopulation - other.fromPopulation)
  return rising.map(({ fromPopulation, fen }, index) => {
    const next = rising[index + 1]?.fromPopulation
    if (next === undefined) return { people: fromPopulation === 0 ? '不论人口' : `${many(fromPopulation)} 人以上`, fen }
    return { people: fromPopulation === 0 ? `不到 ${many(next)} 人` : `${many(fromPopulation)} 到 ${many(next - 1)} 人`, fen }
  })
}

/** Why a request may be refused here; a version that names none lets them all. */
export function refusalGrounds({ refusalCodes: used }: Pick<PolicyValues, 'refusalCodes'>): string[] {
  return refusalCodes.filter((code) => used.length === 0 || used.includes(code)).map((code) => refusalLabels[code])
}

const many = (people: number) => String(people).replace(/\B(?=(\d{3})+$)/g, ',')
