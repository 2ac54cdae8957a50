/** Asking for help, for oneself or for somebody else (?for=other). All that is typed is kept until it has arrived. */
import { knownTownships, myTownship, phoneFromWechat, townships, type Township } from '../../api/identity.ts'
import { getOwnConsents } from '../../api/privacy.ts'
import { submitRequest } from '../../api/requests.ts'
import { session } from '../../api/session.ts'
import { unsentAct } from '../../api/unsent.ts'
import type { Trouble } from '../../api/http.ts'
import { dropDraft, readDraft, writeDraft } from '../../drafts/drafts.ts'
import { settle } from '../../drafts/settled.ts'
import { clearAlbum, sentIds } from '../../evidence/album.ts'
import { askSays, askWords } from '../../labels/ask.ts'
import { consentWords } from '../../labels/own.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { frameNow } from '../../theme/frame.ts'
import { messagesAt, type Fault } from '../../walk/faults.ts'
import { jumpTo } from '../../walk/jump.ts'
import { leaveAtOnce } from '../../walk/leave.ts'
import { proxyRelationLabels } from '../../../worker/contract/labels.ts'
import type { NoticeKind } from '../../../worker/contract/terms-data.ts'
import { proxyRelations } from '../../../worker/contract/terms.ts'
import { causeChips, isCommon, isLasting, otherCauses, type Option } from './causes.ts'
import { blankAsk, bodyOf, boxOf, faultsOf, type Ask } from './form.ts'
import { stepOf, stepsFor, type Step } from './steps.ts'

Page({
  data: {
    frame: frameNow(), t: askWords, form: blankAsk, faults: [] as Fault[], at: {} as Record<string, string>,
    forOther: false,
    place: '', causes: causeChips, otherCauses, chip: '', allCauses: false, lasting: false, townNames: [] as string[],
    townIndex: -1,
    villages: [] as Option[], villageNames: [] as string[],
    relations: proxyRelations.map((value) => ({ value, label: proxyRelationLabels[value] })),
    step: 'cause' as Step, stepLine: '', first: true, busy: false, unsent: false, trouble: '', wayOut: '',
    arrived: false, left: false, askNotices: [] as NoticeKind[], consentNote: consentWords.note,
  },
  onLoad(query: Record<string, string | undefined>) {
    const forOther = query['for'] === 'other'
    const place = forOther ? 'ask|other' : 'ask|self'
    if (forOther) void wx.setNavigationBarTitle({ title: askWords.otherTitle })
    this.setData({ forOther, place, step: stepsFor(forOther)[0] ?? 'cause' })
    const form = readDraft(place, { ...blankAsk, townshipCode: myTownship()?.code ?? '',
      relation: forOther ? usualRelation() : '' })
    this.setData({ form, unsent: unsentAct(place) !== null })
    this.showCause(form.causeCode)
    this.showTowns(knownTownships())
    this.showStep(this.data.step)
    void townships().then((all) => this.showTowns(all))
    if (!forOther) void getOwnConsents().then((told) => this.showNotices(told.ok ? told.data.ask : []))
  },
  /** The answer may come when the page is left already. */
  showNotices(askNotices: NoticeKind[]) {
    if (!this.data.left) this.setData({ askNotices })
  },
  onUnload() {
    this.setData({ left: true })
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  /** Called when unsent acts found their answer while this page was open. */
  refresh() {
    if (this.data.unsent && !unsentAct(this.data.place)) void wx.redirectTo({ url: '/pages/sent/sent' })
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string | boolean }>) {
    const field = event.currentTarget.dataset['field'] as keyof Ask
    this.change({ [field]: event.detail.value } as Partial<Ask>)
    if (field === 'causeCode') this.showCause(event.detail.value as string)
  },
  change(part: Partial<Ask>) {
    const form = { ...this.data.form, ...part }
    this.setData({ form })
    writeDraft(this.data.place, form)
  },
  /** WeChat's own button; whoever says no, or has no number there, writes it. */
  async fillPhone(event: WechatMiniprogram.ButtonGetPhoneNumber) {
    const { code } = event.detail
    if (!code) return
    const result = await phoneFromWechat(code)
    if (result.ok) this.change({ phone: result.data.phone })
    else void wx.showToast({ title: result.problem.title, icon: 'none' })
  },
  pickCause(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { value } = event.detail
    this.change({ causeCode: value === 'more' ? '' : value as Ask['causeCode'] })
    this.setData({ chip: value, allCauses: value === 'more', lasting: false })
  },
  showCause(code: string) {
    const common = isCommon(code)
    this.setData({ chip: code === '' ? '' : common ? code : 'more', allCauses: code !== '' && !common,
      lasting: isLasting(code) })
  },
  pickTown(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const town = knownTownships()[Number(event.detail.value)]
    if (!town) return
    this.change({ townshipCode: town.code, village: '' })
    this.showTowns(knownTownships())
  },
  pickVillage(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.change({ village: this.data.villageNames[Number(event.detail.value)] ?? '' })
  },
  showTowns(all: Township[]) {
    const townIndex = all.map((town) => town.code).indexOf(this.data.form.townshipCode)
    const villages = (all[townIndex]?.villages ?? []).map((name) => ({ value: name, label: name }))
    this.setData({ townNames: all.map((town) => town.name), townIndex, villages,
      villageNames: all[townIndex]?.villages ?? [] })
  },
  next() {
    const { step, forOther, form } = this.data
    const here = faultsOf(form, forOther).filter((fault) => stepOf(fault.field, forOther) === step)
    this.showFaults(here)
    const steps = stepsFor(forOther)
    if (here.length === 0) this.showStep(steps[steps.indexOf(step) + 1] ?? step)
  },
  back() {
    const steps = stepsFor(this.data.forOther)
    this.showStep(steps[steps.indexOf(this.data.step) - 1] ?? this.data.step)
  },
  showStep(step: Step) {
    const steps = stepsFor(this.data.forOther)
    this.setData({ step, first: steps[0] === step, stepLine: askSays.step(steps.indexOf(step) + 1, steps.length) })
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
  },
  async send() {
    const { form, forOther, place } = this.data
    const faults = faultsOf(form, forOther)
    this.setData({ trouble: '', arrived: false })
    this.showFaults(faults)
    if (faults.length > 0 || this.data.busy) return
    this.setData({ busy: true })
    const body = bodyOf(form, forOther, sentIds(place))
    const result = await submitRequest(place, body)
    this.setData({ busy: false, unsent: !result.ok && result.retryable })
    if (!result.ok) return this.refused(result.problem)
    settle(place, result.data, body)
    void wx.redirectTo({ url: '/pages/sent/sent' })
  },
  refused(problem: Trouble) {
    this.setData({ trouble: problem.title, wayOut: wayOutOf(problem.code), arrived: problem.code === 'key_reused' })
    this.showFaults(problem.fields.map(({ field, message }) => ({ field: boxOf(field), message })))
  },
  showFaults(faults: Fault[]) {
    this.setData({ faults, at: messagesAt(faults) })
    if (faults.length > 0) void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
  },
  jump(event: WechatMiniprogram.CustomEvent<{ field: string }>) {
    const { field } = event.detail
    if (this.data.frame.care) this.showStep(stepOf(field, this.data.forOther))
    jumpTo(field)
  },
  /** Nothing typed stays, neither on the screen nor on the phone. What was sent is sent. */
  leave() {
    const { place } = this.data
    dropDraft(place)
    clearAlbum(place)
    this.setData({ form: blankAsk, chip: '', allCauses: false, faults: [], at: {} })
    leaveAtOnce()
  },
  toMine() {
    void wx.redirectTo({ url: '/pages/mine/mine' })
  },
})

/** A coordinator files as a coordinator without being asked. */
function usualRelation(): Ask['relation'] {
  const posts = session()?.posts ?? []
  return posts.some(({ kind }) => kind === 'coordinator' || kind === 'grid_worker') ? 'coordinator' : ''
}
