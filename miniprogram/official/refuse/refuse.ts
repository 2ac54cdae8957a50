/** 不予救助 (N-50): a ground, the facts and the reason, all of which the applicant reads. */
import { refuseRequest } from '../../api/requests.ts'
import { unsentAct } from '../../api/unsent.ts'
import { dropDraft, readDraft, writeDraft } from '../../drafts/drafts.ts'
import { lastSeen } from '../../drafts/store.ts'
import { caseWords, refuseFaults, refuseWords } from '../../labels/official.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { rowWords } from '../../labels/rows.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { messagesAt, type Fault } from '../../walk/faults.ts'
import { jumpTo } from '../../walk/jump.ts'
import { refusalLabels } from '../../../worker/contract/labels.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'
import { refusalCodes, type RefusalCode } from '../../../worker/contract/terms.ts'

interface Refusal { code: RefusalCode | ''; facts: string; reason: string }
const blank: Refusal = { code: '', facts: '', reason: '' }

Page({
  data: {
    frame: frameNow(), t: refuseWords, no: caseWords.confirmNo, id: '', who: '', form: blank, faults: [] as Fault[],
    at: {} as Record<string, string>,
    codes: refusalCodes.map((value) => ({ value, label: refusalLabels[value] })), asking: false, busy: false,
    unsent: false,
    trouble: '', wayOut: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    const id = query['id'] ?? ''
    this.setData({ id, who: lastSeen<RequestView>(`case:${id}`)?.name ?? rowWords.noName,
      form: readDraft(`refusal|${id}`, blank) })
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  /** Sent late, while this page was open: there is nothing left to do here. */
  refresh() {
    if (this.data.unsent && !unsentAct(`refusal|${this.data.id}`)) goBack()
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const form = { ...this.data.form, [event.currentTarget.dataset['field'] as string]: event.detail.value } as Refusal
    this.setData({ form })
    writeDraft(`refusal|${this.data.id}`, form)
  },
  press() {
    const { code, facts, reason } = this.data.form
    const faults: Fault[] = []
    if (!code) faults.push({ field: 'code', message: refuseFaults.code })
    if (facts.trim().length < 4) faults.push({ field: 'facts', message: refuseFaults.facts })
    if (reason.trim().length < 4) faults.push({ field: 'reason', message: refuseFaults.reason })
    this.showFaults(faults)
    if (faults.length === 0) this.setData({ asking: true })
  },
  notYet() {
    this.setData({ asking: false })
  },
  async refuse() {
    const { form, id, who } = this.data
    this.setData({ asking: false, busy: true, trouble: '' })
    const result = await refuseRequest(id, who, { code: form.code as RefusalCode, facts: form.facts.trim(),
      reason: form.reason.trim() })
    this.setData({ busy: false, unsent: !result.ok && result.retryable })
    if (!result.ok) {
      this.setData({ trouble: result.problem.title, wayOut: wayOutOf(result.problem.code) })
      return this.showFaults(result.problem.fields)
    }
    dropDraft(`refusal|${id}`)
    void wx.showToast({ title: refuseWords.done })
    goBack()
  },
  showFaults(faults: Fault[]) {
    this.setData({ faults, at: messagesAt(faults) })
    if (faults.length > 0) void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
  },
  jump(event: WechatMiniprogram.CustomEvent<{ field: string }>) {
    jumpTo(event.detail.field)
  },
})
