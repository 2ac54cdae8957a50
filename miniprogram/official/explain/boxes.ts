/** What a grant owes, as boxes to fill: camera first, words beside. */
import type { ExplanationView, FileExplanation } from '../../../worker/contract/explanations.ts'
import { causeLabels, explanationKindLabels, explanationStateLabels } from '../../../worker/contract/labels.ts'
import type { GrantView } from '../../../worker/contract/grants.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'
import { explanationKinds, type ExplanationKind } from '../../../worker/contract/terms.ts'
import { dayWords } from '../../clock/beijing.ts'
import { album, sentIds } from '../../evidence/album.ts'
import { explainSays } from '../../labels/papers.ts'
import { daysWords } from '../../pages/mine/row.ts'

export interface Box {
  kind: ExplanationKind
  label: string
  owed: boolean
  text: string
  /** Already on file from the last time. */
  kept: string[]
  place: string
}
export type Texts = Partial<Record<ExplanationKind, string>>

export function boxesOf(view: RequestView, grant: GrantView, explanation: ExplanationView, texts: Texts): Box[] {
  const { owed } = explanation
  const order = [...owed, ...explanationKinds.filter((kind) => owed.indexOf(kind) < 0)]
  return order.map((kind) => {
    const before = explanation.items.filter((item) => item.kind === kind)[0]
    const start = kind === 'NARRATIVE' ? explainSays.narrative(causeLabels[view.causeCode], view.story ?? '') : ''
    return {
      kind, label: explanationKindLabels[kind], owed: owed.indexOf(kind) >= 0,
      text: texts[kind] ?? before?.text ?? start,
      kept: before?.evidenceIds ?? [], place: `explanation|${grant.id}|${kind}`,
    }
  })
}

export const isFilled = (box: Box): boolean => box.text.trim() !== '' || box.kept.length > 0
  || album(box.place).length > 0

export function explanationBody(boxes: Box[]): FileExplanation {
  return { items: boxes.filter(isFilled).map((box) => {
    const evidenceIds = [...box.kept, ...sentIds(box.place)]
    return {
      kind: box.kind, ...(evidenceIds.length > 0 ? { evidenceIds } : {}),
      ...(box.text.trim() ? { text: box.text.trim() } : {}),
    }
  }) }
}

/** 11月30日(周一)前交,剩 3 个工作日; before the money is there, how long it will be. */
export function dueLine(explanation: ExplanationView): string {
  if (!explanation.dueOn || explanation.daysLeft === null) return explainSays.undue(explanation.explanationDays)
  const line = explainSays.due(dayWords(explanation.dueOn), daysWords(explanation.daysLeft))
  return explanation.dueProvisional ? line + explainSays.provisional : line
}

export function stateWords(explanation: ExplanationView): { words: string; tone: 'owed' | 'late' | 'good' | 'plain' } {
  const { state } = explanation
  if (state === 'accepted' || state === 'filed') {
    return { words: explanationStateLabels[state], tone: state === 'accepted' ? 'good' : 'plain' }
  }
  const tone = (explanation.daysLeft ?? 0) < 0 ? 'late' : 'owed'
  return { words: dueLine(explanation), tone }
}
