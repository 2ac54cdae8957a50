import type { Lack } from '../../../worker/contract/checks.ts'
import { postLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import type { LackKind } from '../../../worker/contract/terms-checks.ts'
import { dayWords } from '../words/dates.ts'

/** What an area lacks, one sentence a thing; its posts together in one. */
export function lackWords(lacks: Lack[]): string[] {
  const posts = lacks.flatMap(({ post }) => (post ? [postLabels[post]] : []))
  const others = lacks.filter(({ kind }) => kind !== 'post').map(sentenceOf)
  return posts.length > 0 ? [`没有人的岗位:${posts.join('、')}`, ...others] : others
}

function sentenceOf({ kind, statedFen, allocatedFen, untilOn, year }: Lack): string {
  if (kind === 'letter') return '没有有效的委托书,不能审批'
  if (kind === 'letterEnds') return `委托书 ${dayWords(untilOn ?? '')} 到期`
  if (kind === 'openingWaits') return `期初余额 ${formatFen(statedFen ?? 0)} 元还没有拨入登记`
  if (kind === 'opening') return `期初余额报的是 ${formatFen(statedFen ?? 0)} 元,首次拨入是 ${formatFen(allocatedFen ?? 0)} 元`
  return `${year} 年放假安排还没有录入,期限都是暂定`
}

const keepers: Record<LackKind, string> = {
  post: '安全管理员发绑定码', letter: '分管县领导签委托书', letterEnds: '分管县领导签委托书', opening: '县财政核对', openingWaits: '县财政登记拨入', calendar: '县救助股录入放假安排',
}
/** Who can put it right, each once. */
export const whoWords = (lacks: Lack[]): string => [...new Set(lacks.map(({ kind }) => keepers[kind]))].join(';')
