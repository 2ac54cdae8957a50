/** A request as its applicant follows it: every step with time, unit, telephone and sum. */
import { causeLabels, refusalLabels, statusLabels, timelineLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import type { RequestView, TimelineItem } from '../../../worker/contract/requests.ts'
import { dayWords, momentWords } from '../../clock/beijing.ts'
import { followSays, followWords } from '../../labels/follow.ts'
import { goodsLines } from '../../labels/goods.ts'
import { toneOf } from '../mine/row.ts'

export interface StepShown {
  index: number
  title: string
  when: string
  unit: string
  by: string
  sum: string
  words: string
  phone: string
  call: string
}

/** Oldest first; the telephone stands at the last step of each unit, so that it is there once. */
export function stepsOf(timeline: TimelineItem[]): StepShown[] {
  return timeline.map((item, index) => {
    const later = timeline.slice(index + 1).some(({ phone }) => phone === item.phone)
    return {
      index, title: timelineLabels[item.step], when: momentWords(item.at), unit: item.unit,
      by: item.by ? followSays.by(item.by) : '',
      sum: sumWords(item), words: item.words ?? '',
      phone: later ? '' : item.phone, call: followSays.call(item.unit, item.phone),
    }
  })
}

/** A sum that is only asked for must not read like one that was given. */
function sumWords({ step, amountFen }: TimelineItem): string {
  if (amountFen === null) return ''
  const sum = `${formatFen(amountFen)} ${followWords.yuan}`
  return step === 'submitted' ? `${followWords.asked} ${sum}` : sum
}

export function progressOf(view: RequestView) {
  const grant = view.grants.filter((one) => !one.cancelledAt)[0]
  const open = view.status === 'submitted' || view.status === 'accepted'
  return {
    number: view.number, cause: causeLabels[view.causeCode], status: statusLabels[view.status],
    tone: toneOf(view.status),
    sum: grant ? formatFen(grant.amountFen) : '', goods: goodsLines(grant?.goods ?? []),
    asked: view.askedFen === null ? '' : formatFen(view.askedFen),
    due: open ? followSays.due(momentWords(view.dueAt)) : '', story: view.story ?? '', photoIds: view.photoIds,
    place: [view.townshipName, view.village ?? ''].join(' ').trim(), name: view.name ?? '',
    filedBy: view.filedBy?.name ?? '',
    steps: stepsOf(view.timeline), refusal: refusalOf(view), payee: payeeOf(view),
    canAddPhotos: view.actions.indexOf('addPhotos') >= 0, latePlace: `late|${view.id}`,
    canExplain: view.actions.indexOf('fileExplanation') >= 0,
    canWithdraw: view.actions.indexOf('withdraw') >= 0, canSetPayee: view.actions.indexOf('setPayee') >= 0,
    phone: view.townshipPhone, unit: view.townshipName,
  }
}
export type Progress = ReturnType<typeof progressOf>

function refusalOf(view: RequestView) {
  const { refusal } = view
  return refusal && {
    ground: refusalLabels[refusal.code], facts: refusal.facts ?? '', reason: refusal.reason ?? '',
    remedy: followSays.remedy(dayWords(refusal.reviewUntilOn)),
  }
}

function payeeOf(view: RequestView): string {
  return view.payee ? `${view.payee.holder} ${view.payee.bank} ${followWords.tail} ${view.payee.accountTail}` : ''
}
