/** 受理: the first signature. It answers the kin question, names the household and, if known, the account. */
import { acceptRequest, getRequest } from '../../api/requests.ts'
import { dayWords } from '../../clock/beijing.ts'
import type { PayeeForm } from '../../components/payee/form.ts'
import { readDraft, writeDraft } from '../../drafts/drafts.ts'
import { settle } from '../../drafts/settled.ts'
import { acceptWords, alikeWords, caseSays } from '../../labels/official.ts'
import { consentWords, toldOrLater } from '../../labels/own.ts'
import { payeeWords } from '../../labels/payee.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { rowWords } from '../../labels/rows.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { messagesAt, type Fault } from '../../walk/faults.ts'
import { jumpTo } from '../../walk/jump.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'
import { caseOf, duplicateLines, type Case } from '../request/case.ts'
import { acceptBody, acceptFaultsOf, blankMember, ownHolder, startOf, type Acceptance } from './form.ts'

Page({
  data: {
    frame: frameNow(), t: acceptWords, p: payeeWords, id: '', view: null as RequestView | null,
    shown: null as Case | null, claimed: '', form: null as Acceptance | null,
    households: [] as { value: string; label: string }[], duplicates: [] as string[],
    kinChoices: [{ value: 'none', label: acceptWords.kinNo }, { value: 'yes', label: acceptWords.kinYes }],
    toldChoices: toldOrLater, toldWords: consentWords.told,
    faults: [] as Fault[], at: {} as Record<string, string>, state: 'loading', words: '', busy: false, trouble: '',
    wayOut: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ id: query['id'] ?? '' })
    void this.refresh()
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  async refresh() {
    const result = await getRequest(this.data.id)
    if (!result.ok) return this.setData({ state: 'trouble', words: result.problem.title })
    const view = result.data
    if (view.actions.indexOf('accept') < 0) return goBack()
    const who = view.name ?? rowWords.noName
    const alike = (why: string): string => alikeWords[why as keyof typeof alikeWords] ?? ''
    const known = view.possibleHouseholds.map(({ id, head, size, lastOn, why }) => ({
      value: id, label: caseSays.household(head, size, lastOn ? dayWords(lastOn) : '', alike(why)),
    }))
    this.setData({
      view, shown: caseOf(view), claimed: view.claimedIdNumber ? caseSays.claimed(view.claimedIdNumber) : '',
      state: '', form: readDraft(`acceptance|${view.id}`, startOf(view)),
      duplicates: view.decision ? duplicateLines(view.decision) : [],
      households: [...known, { value: 'new', label: caseSays.newHousehold(who) }],
    })
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.change({ [event.currentTarget.dataset['field'] as string]: event.detail.value })
  },
  typedMember(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { index, field } = event.currentTarget.dataset as { index: number; field: string }
    this.change({ members: (this.data.form?.members ?? []).map((member, at) => (
      at === index ? { ...member, [field]: event.detail.value } : member)) })
  },
  addMember() {
    this.change({ members: [...(this.data.form?.members ?? []), blankMember] })
  },
  removeMember(event: WechatMiniprogram.TouchEvent) {
    const gone = event.currentTarget.dataset['index'] as number
    this.change({ members: (this.data.form?.members ?? []).filter((_, index) => index !== gone) })
  },
  typedPayee(event: WechatMiniprogram.CustomEvent<{ value: PayeeForm }>) {
    const { form } = this.data
    const payee = event.detail.value
    if (!form) return
    this.change({ payee: payee.relation === form.payee.relation ? payee : ownHolder(payee, form.name) })
  },
  foldPayee() {
    const { form } = this.data
    if (form) this.change({ payeeOpen: !form.payeeOpen, payee: ownHolder(form.payee, form.name) })
  },
  change(part: Partial<Acceptance>) {
    const form = { ...this.data.form, ...part } as Acceptance
    this.setData({ form })
    writeDraft(`acceptance|${this.data.id}`, form)
  },
  async send() {
    const { form, view, id } = this.data
    if (!form || !view || this.data.busy) return
    const faults = acceptFaultsOf(form)
    this.showFaults(faults)
    if (faults.length > 0) return
    this.setData({ busy: true, trouble: '' })
    const result = await acceptRequest(id, form.name, acceptBody(form, view))
    this.setData({ busy: false })
    if (!result.ok) {
      this.setData({ trouble: result.problem.title, wayOut: wayOutOf(result.problem.code) })
      return this.showFaults(result.problem.fields.map(({ field, message }) => ({ field: boxOf(field), message })))
    }
    settle(`acceptance|${id}`, result.data, null)
    void wx.showToast({ title: acceptWords.done })
    goBack()
  },
  showFaults(faults: Fault[]) {
    this.setData({ faults, at: messagesAt(faults) })
    if (faults.length > 0 || this.data.trouble) void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
  },
  jump(event: WechatMiniprogram.CustomEvent<{ field: string }>) {
    jumpTo(event.detail.field)
  },
})

/** `household.members.0.idNumber` -> member0; `kin.name` -> kinName; `payee.holder` stays. */
function boxOf(field: string): string {
  const member = /members\.(\d+)/.exec(field)
  if (member) return `member${member[1]}`
  if (field === 'household.newBecause') return 'newBecause'
  const kin = /^kin\.(name|relation|post)$/.exec(field)
  if (kin?.[1]) return `kin${kin[1].charAt(0).toUpperCase()}${kin[1].slice(1)}`
  return field.indexOf('payee.') === 0 ? field : field.split('.')[0] ?? field
}
