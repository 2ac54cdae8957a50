/** 这一户: who lives there and since when; the caseworker registers who joins, leaves, or moves out on his own. */
import { changeHousehold, getHousehold } from '../../api/households.ts'
import { unsentAct } from '../../api/unsent.ts'
import { beijingDay, dayWords } from '../../clock/beijing.ts'
import { householdSays, householdSteps, householdWords } from '../../labels/household.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { frameNow } from '../../theme/frame.ts'
import { messagesAt, type Fault } from '../../walk/faults.ts'
import { jumpTo } from '../../walk/jump.ts'
import { householdStepLabels } from '../../../worker/contract/labels-household.ts'
import type { HouseholdView } from '../../../worker/contract/household.ts'
import { blankChange, changeBody, changeFaultsOf, type Change } from './form.ts'

Page({
  data: {
    frame: frameNow(), t: householdWords, id: '', place: '', state: 'loading', words: '', requestId: '',
    members: [] as { value: string; name: string; relation: string; more: string }[],
    people: [] as { value: string; label: string }[],
    changes: [] as { key: string; what: string; why: string }[], may: false, open: false, form: blankChange,
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
    const result = await getHousehold(this.data.id)
    if (!result.ok) {
      const { title, requestId = '' } = result.problem
      return this.setData({ state: this.data.members.length > 0 ? '' : 'trouble', words: title, requestId })
    }
    this.setData({ state: '', ...shownOf(result.data), unsent: unsentAct(`household|${this.data.id}`) !== null })
  },
  unfold() {
    this.setData({ open: true, trouble: '', faults: [], at: {} })
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const field = event.currentTarget.dataset['field'] as keyof Change
    this.setData({ form: { ...this.data.form, [field]: event.detail.value } })
  },
  async send() {
    const { form, id, place, busy } = this.data
    const faults = changeFaultsOf(form)
    this.showFaults(faults)
    if (faults.length > 0 || busy) return
    this.setData({ busy: true, trouble: '' })
    const result = await changeHousehold(id, place, changeBody(form))
    this.setData({ busy: false, unsent: !result.ok && result.retryable })
    if (!result.ok) {
      this.setData({ trouble: result.problem.title, wayOut: wayOutOf(result.problem.code) })
      return this.showFaults(result.problem.fields.map(({ field, message }) => ({ field: boxOf(field), message })))
    }
    this.setData({ form: blankChange, open: false })
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
  return field.replace(/^changes\.\d+\./, '')
}

function shownOf(view: HouseholdView) {
  const nameOf = (name: string | null) => name ?? householdWords.noName
  return {
    place: view.townshipName, may: view.actions.indexOf('change') >= 0,
    members: view.members.map(({ personId, name, relation, idNumber, sinceOn }) => ({
      value: personId, name: nameOf(name), relation,
      more: [idNumber ?? '', householdSays.since(dayWords(sinceOn))].filter((part) => part).join(' '),
    })),
    people: view.members.map(({ personId, name, relation }) => ({
      value: personId, label: `${nameOf(name)} ${relation}`,
    })),
    changes: view.changes.map(({ at, step, name, reason, by }, index) => ({
      key: String(index),
      what: householdSays.change(dayWords(beijingDay(at)), nameOf(name), householdStepLabels[step]),
      why: householdSays.why(reason ?? '', by ?? ''),
    })),
  }
}
