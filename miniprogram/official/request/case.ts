/** A request as an official reads it: what happened, who they are, what was given before. */
import {
  actionLabels, causeLabels, channelLabels, escalationLabels, explanationKindLabels, payeeRelationLabels, payoutStepLabels, statusLabels,
} from '../../../worker/contract/labels.ts'
import { duplicateLabels, exceptionLabels } from '../../../worker/contract/labels-household.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import type { ChainItem, DecisionView, RequestView } from '../../../worker/contract/requests.ts'
import type { RequestAction, Track } from '../../../worker/contract/terms.ts'
import { beijingDay, dayWords, msUntil } from '../../clock/beijing.ts'
import { goodsLines } from '../../labels/goods.ts'
import { countySays } from '../../labels/county.ts'
import { caseSays, caseWords } from '../../labels/official.ts'
import { followWords } from '../../labels/follow.ts'
import { rowWords } from '../../labels/rows.ts'
import { clockWords, toneOf } from '../../pages/mine/row.ts'
import { stepsOf } from '../../pages/request/progress.ts'

export function caseOf(view: RequestView, now = Date.now()) {
  const open = view.status === 'submitted' || view.status === 'accepted' || view.status === 'escalated'
  const left = msUntil(view.dueAt, now)
  const who = view.name ?? rowWords.noName
  return {
    id: view.id, personId: view.personId ?? '', number: view.number, who, place: view.village ?? view.townshipName,
    size: view.household ? caseSays.size(view.household.size) : '', cause: causeLabels[view.causeCode],
    clock: open ? clockWords(left, view.track === 'urgent') : '', late: left < 0, status: statusLabels[view.status],
    tone: toneOf(view.status),
    story: view.story ?? '', photoIds: view.photoIds, phone: view.phone ?? '', idNumber: view.idNumber ?? '',
    asked: view.askedFen === null ? '' : formatFen(view.askedFen), filedBy: view.filedBy?.name ?? '',
    kin: view.kin ? `${view.kin.name} ${view.kin.relation} ${view.kin.post}` : '', payee: payeeOf(view),
    steps: stepsOf(view.timeline), given: givenOf(view), exceptions: view.exceptions.map(exceptionLine), county: countyOf(view),
    actions: waysOf(view.actions),
  }
}
export type Case = ReturnType<typeof caseOf>

export function householdOf(view: RequestView, decision: DecisionView) {
  const given = decision.chain.filter((item) => item.grantedFen !== null && item.requestId !== view.id)
  const sum = given.reduce((total, item) => total + (item.grantedFen ?? 0), 0)
  return {
    year: decision.grantsThisYear > 0 ? caseSays.year(decision.grantsThisYear, formatFen(sum)) : caseWords.never,
    items: given.slice(0, 2).map(chainLine), all: decision.chain.map(chainLine), more: decision.chain.length > 2,
    duplicates: duplicateLines(decision),
  }
}

/** What may be the same need, nearest first; what is on this household's chain anyway is not said twice. */
export function duplicateLines(decision: DecisionView): string[] {
  const known = decision.chain.map(({ number }) => number)
  return decision.duplicates.filter(({ number }) => number === null || known.indexOf(number) < 0).map((item) => caseSays.duplicate(
    item.townshipName, dayWords(item.on), duplicateLabels[item.tie], item.grantedFen === null ? '' : formatFen(item.grantedFen),
    item.number ?? ''))
}

export function chainLine(item: ChainItem): string {
  return caseSays.chain(dayWords(beijingDay(item.at)), item.townshipName, causeLabels[item.causeCode],
    item.grantedFen === null ? statusLabels[item.status] : `${formatFen(item.grantedFen)} ${caseWords.yuan}`)
}

export function owedOf(decision: DecisionView, track: Track) {
  if (track === 'standard') return { line: caseSays.owedNothing, items: '无' }
  const owed = decision.owed[track === 'small' ? 'small' : 'urgent']
  return {
    line: caseSays.owed(owed.length, dayWords(decision.dueOn))
      + (decision.dueProvisional ? caseSays.provisional : ''),
    items: owed.map((kind) => explanationKindLabels[kind]).join('、'),
  }
}

/** What was granted under the number that counts, goods too, and where the money is. */
export function givenOf(view: RequestView) {
  const grant = view.grants.filter((one) => !one.cancelledAt)[0]
  if (!grant) return null
  const staged = grant.payouts.length > 1
  const steps = grant.payouts.map(({ payout, amountFen, channel, step }) =>
    `${staged ? caseSays.stage(payout, formatFen(amountFen)) : channelLabels[channel]},${payoutStepLabels[step]}`)
  return {
    sum: formatFen(grant.amountFen), number: grant.number, formula: grant.formula?.words ?? '', goods: goodsLines(grant.goods), step: steps.join(';'),
  }
}

/** Why it came to the county, and what 县救助股 wants to give. */
export function countyOf(view: RequestView) {
  const { county } = view
  if (!county) return null
  const { proposal } = county
  return {
    why: `${escalationLabels[county.code]}${county.reason ? `:${county.reason}` : ''}`,
    proposed: proposal ? countySays.proposed(proposal.proposedBy ?? '', formatFen(proposal.amountFen)) : '',
    reason: proposal?.reason ?? '', minutes: proposal?.minutes ?? '',
    minutesIds: proposal?.minutesEvidenceId ? [proposal.minutesEvidenceId] : [],
  }
}

function payeeOf(view: RequestView): string {
  const { payee } = view
  return payee
    ? `${payee.holder}(${payeeRelationLabels[payee.relation]}) ${payee.bank} ${followWords.tail} ${payee.accountTail}`
    : ''
}

function exceptionLine({ code, stands, answer, reason }: RequestView['exceptions'][number]): string {
  const state = stands ? caseWords.exceptionYes : answer ? caseWords.exceptionNo : caseWords.exceptionWaits
  return caseSays.exception(exceptionLabels[code], state, answer?.reason ?? reason ?? '')
}

/** The button below does `grant`; the filer's own acts are on the filer's own page. */
const elsewhere: RequestAction[] = ['grant', 'addPhotos', 'withdraw']
const ways: Partial<Record<RequestAction, string>> = {
  send: caseWords.payNow, pay: caseWords.payNow, countersign: caseWords.payNow,
  acceptExplanation: caseWords.checkNow, returnExplanation: caseWords.checkNow,
}
const first: RequestAction[] = ['accept', 'send', 'pay', 'countersign', 'fileExplanation', 'acceptExplanation', 'proposeCounty', 'confirmCounty']
/** One way for each page, however many acts wait there; its name says where it leads, not that it is done. */
function waysOf(actions: RequestAction[]) {
  const shown = actions.filter((action) => elsewhere.indexOf(action) < 0).map((action) => ({
    action, label: ways[action] ?? actionLabels[action], kind: first.indexOf(action) >= 0 ? 'primary' : 'plain',
  }))
  return [...shown.filter(({ kind }) => kind === 'primary'), ...shown.filter(({ kind }) => kind === 'plain')]
    .filter((way, index, all) => all.map(({ label }) => label).indexOf(way.label) === index)
}
