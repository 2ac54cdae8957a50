/** The account that receives: the applicant's own, or another one with its ground (D-03, N-42). */
import { setPayee } from '../../api/requests.ts'
import { unsentAct } from '../../api/unsent.ts'
import { blankPayee, payeeBody, payeeBox, payeeFaultsOf, type PayeeForm } from '../../components/payee/form.ts'
import { readDraft, writeDraft } from '../../drafts/drafts.ts'
import { settle } from '../../drafts/settled.ts'
import { payeeWords } from '../../labels/payee.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { messagesAt, type Fault } from '../../walk/faults.ts'
import { jumpTo } from '../../walk/jump.ts'

Page({
  data: {
    frame: frameNow(), t: payeeWords, id: '', form: blankPayee, faults: [] as Fault[], at: {} as Record<string, string>,
    busy: false, unsent: false, trouble: '', wayOut: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    const id = query['id'] ?? ''
    this.setData({ id, form: readDraft(`payee|${id}`, blankPayee) })
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  /** Sent late, while this page was open: there is nothing left to do here. */
  refresh() {
    if (this.data.unsent && !unsentAct(`payee|${this.data.id}`)) goBack()
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: PayeeForm }>) {
    const form = event.detail.value
    this.setData({ form })
    writeDraft(`payee|${this.data.id}`, form)
  },
  async save() {
    const { form, id } = this.data
    const faults = payeeFaultsOf(form)
    this.showFaults(faults)
    if (faults.length > 0 || this.data.busy) return
    this.setData({ busy: true, trouble: '' })
    const result = await setPayee(id, payeeBody(form))
    this.setData({ busy: false, unsent: !result.ok && result.retryable })
    if (!result.ok) {
      this.setData({ trouble: result.problem.title, wayOut: wayOutOf(result.problem.code) })
      return this.showFaults(result.problem.fields.map(({ field, message }) => ({ field: payeeBox(field), message })))
    }
    settle(`payee|${id}`, result.data, null)
    void wx.showToast({ title: payeeWords.saved })
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
