/** 这一户: who lives there, and its one chain; the caseworker registers who comes or goes, and what others gave. */
import { changeHousehold, enterAid, getChain, getHousehold } from '../../api/households.ts'
import { unsentAct } from '../../api/unsent.ts'
import { beijingDay, dayWords } from '../../clock/beijing.ts'
import { householdSays, householdSteps, householdWords } from '../../labels/household.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { messagesAt, type Fault } from '../../walk/faults.ts'
import { jumpTo } from '../../walk/jump.ts'
import type { HouseholdChain, HouseholdView } from '../../../worker/contract/household.ts'
import { aidLabels, chainLabels } from '../../../worker/contract/labels-household.ts'
import { causeLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import { aidPrograms } from '../../../worker/contract/terms-household.ts'
import { aidBody, aidFaultsOf, blankAid, isStanding, type Aid } from './aid.ts'
import { blankChange, changeBody, changeFaultsOf, type Change } from './form.ts'

Page({
  data: {
    frame: frameNow(), t: householdWords, id: '', place: '', state: 'loading', words: '', requestId: '',
    members: [] as { value: string; name: string; relation: string; more: string }[],
    people: [] as { value: string; label: string }[],
    chain: [] as { key: string; what: string; why: string }[], recognised: '', may: false, mayAid: false, open: '',
    form: blankChange, aid: blankAid, standing: false,
    programs: aidPrograms.map((value) => ({ value, label: aidLabels[value] })),
    steps: [
      { value: 'join', label: householdSteps.join }, { value: 'move', label: householdSteps.move },
      { value: 'leave', label: householdSteps.leave },
    ],
    faults: [] as Fault[], at: {} as Record<string, string>, busy: false, unsent: false, trouble: '', wayOut: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ id: query['id'] ?? '' })
    void this.refresh()
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  async refresh() {
    const [result, chain] = await Promise.all([getHousehold(this.data.id), getChain(this.data.id)])
    if (!result.ok) {
      const { title, requestId = '' } = result.problem
      return this.setData({ state: this.data.members.length > 0 ? '' : 'trouble', words: title, requestId })
    }
    this.setData({ state: '', ...shownOf(result.data), ...(chain.ok ? chainOf(chain.data) : {}), unsent: unsentAct(`household|${this.data.id}`) !== null })
  },
  unfold(event: WechatMiniprogram.TouchEvent) {
    this.setData({ open: event.currentTarget.dataset['form'] as string, trouble: '', faults: [], at: {} })
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const field = event.currentTarget.dataset['field'] as keyof Change
    this.setData({ form: { ...this.data.form, [field]: event.detail.value } })
  },
  typedAid(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const aid = { ...this.data.aid, [event.currentTarget.dataset['field'] as keyof Aid]: event.detail.value }
    this.setData({ aid, standing: isStanding(aid.program) })
  },
  back() {
    goBack()
  },
  async send() {
    const { form, aid, id, place, busy, open } = this.data
    const faults = open === 'aid' ? aidFaultsOf(aid) : changeFaultsOf(form)
    this.showFaults(faults)
    if (faults.length > 0 || busy) return
    this.setData({ busy: true, trouble: '' })
    const result = open === 'aid' ? await enterAid(id, place, aidBody(aid)) : await changeHousehold(id, place, changeBody(form))
    this.setData({ busy: false, unsent: !result.ok && result.retryable })
    if (!result.ok) {
      this.setData({ trouble: result.problem.title, wayOut: wayOutOf(result.problem.code) })
      return this.showFaults(result.problem.fields.map(({ field, message }) => ({ field: boxOf(field), message })))
    }
    this.setData({ form: blankChange, aid: blankAid, standing: false, open: '' })
    void wx.showToast({ title: householdWords.done })
    void this.refresh()
  },
  showFaults(faults: Fault[]) {
    this.setData({ faults, at: messagesAt(faults) })
    if (faults.length > 0 || this.data.trouble) void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
  },
  jump(event: WechatMiniprogram.CustomEvent<{ field: string }>) {
    jumpTo(event.detail.field)
  },
})

/** `changes.0.idNumber` -> idNumber. */
function boxOf(field: string): string {
  return field === 'amountFen' ? 'amount' : field.replace(/^changes\.\d+\./, '')
}

function shownOf(view: HouseholdView) {
  const nameOf = (name: string | null) => name ?? householdWords.noName
  return {
    place: view.townshipName, may: view.actions.indexOf('change') >= 0,
    mayAid: view.actions.indexOf('enterAid') >= 0,
    members: view.members.map(({ personId, name, relation, idNumber, sinceOn }) => ({
      value: personId, name: nameOf(name), relation,
      more: [idNumber ?? '', householdSays.since(dayWords(sinceOn))].filter((part) => part).join(' '),
    })),
    people: view.members.map(({ personId, name, relation }) => ({
      value: personId, label: `${nameOf(name)} ${relation}`,
    })),
  }
}

function chainOf(chain: HouseholdChain) {
  return {
    recognised: chain.recognised.map(({ program, fromOn, toOn }) =>
      householdSays.event(aidLabels[program], householdSays.span(dayWords(fromOn), dayWords(toOn)))).join('、'),
    chain: chain.items.map((item, index) => ({
      key: String(index),
      what: householdSays.event(dayWords(beijingDay(item.at)), item.townshipName, item.name ?? '',
        item.program ? aidLabels[item.program] : item.causeCode ? causeLabels[item.causeCode] : '', chainLabels[item.event],
        item.amountFen === null ? '' : householdSays.sum(formatFen(item.amountFen))),
      why: item.words ?? '',
    })),
  }
}
