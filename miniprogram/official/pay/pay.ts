/** The cashier's page: what to pay whom, and the next step of it. A payout has one step open at a time. */
import { countersign, payPayout, sendPayout } from '../../api/grants.ts'
import type { Result } from '../../api/http.ts'
import { getRequest } from '../../api/requests.ts'
import { beijingDay, dayWords } from '../../clock/beijing.ts'
import { rememberSeen } from '../../drafts/store.ts'
import { clearAlbum, sentIds } from '../../evidence/album.ts'
import { payFaults, paySays, payWords } from '../../labels/papers.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { messagesAt } from '../../walk/faults.ts'
import { payoutStepLabels } from '../../../worker/contract/labels.ts'
import type { PayoutStep } from '../../../worker/contract/grants.ts'
import { dueOf, type Due } from './due.ts'

Page({
  data: {
    frame: frameNow(), t: payWords, id: '', due: null as Due | null, state: 'loading', words: '', serial: '',
    paidOn: '', dayShown: '', today: '',
    place: '', at: {} as Record<string, string>, busy: false, trouble: '', wayOut: '', done: '', doneNote: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    const today = beijingDay(Date.now())
    this.setData({ id: query['id'] ?? '', today, paidOn: today, dayShown: dayWords(today) })
    void this.refresh()
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  async refresh() {
    const result = await getRequest(this.data.id)
    if (!result.ok) return this.setData({ state: 'trouble', words: result.problem.title })
    rememberSeen(`case:${this.data.id}`, result.data)
    const due = dueOf(result.data)
    this.setData({ due, place: due ? `payment|${due.grantId}` : '', state: due ? '' : 'empty', words: payWords.none })
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ serial: event.detail.value.trim() })
  },
  pickDay(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ paidOn: event.detail.value, dayShown: dayWords(event.detail.value) })
  },
  send() {
    const { due } = this.data
    if (due) void this.act(() => sendPayout(due.grantId, due.payout, due.who))
  },
  pay() {
    const { due, serial, paidOn } = this.data
    const wrong = !/^[0-9A-Za-z-]{4,40}$/.test(serial)
    this.setData({ at: wrong ? { bankSerial: payFaults.bankSerial } : {} })
    if (due && !wrong) void this.act(() => payPayout(due.grantId, due.payout, due.who, { bankSerial: serial, paidOn }))
  },
  hand() {
    const { due, place } = this.data
    const slip = sentIds(place)[0]
    if (!slip) return this.setData({ trouble: payWords.slipNeeded, wayOut: '' })
    if (due) void this.act(() => payPayout(due.grantId, due.payout, due.who, { slipEvidenceId: slip }))
  },
  countersign() {
    const { due } = this.data
    if (due) void this.act(() => countersign(due.grantId, due.payout, due.who))
  },
  async act(step: () => Promise<Result<PayoutStep>>) {
    if (this.data.busy) return
    this.setData({ busy: true, trouble: '', wayOut: '' })
    const result = await step()
    this.setData({ busy: false })
    if (!result.ok) {
      const { title, code, fields } = result.problem
      return this.setData({ trouble: title, wayOut: wayOutOf(code), at: messagesAt(fields) })
    }
    const done = paySays.done(payoutStepLabels[result.data.step])
    if (result.data.step !== 'sent') clearAlbum(this.data.place)
    this.setData({ done, doneNote: result.data.dueOn ? paySays.due(dayWords(result.data.dueOn)) : '' })
  },
  back() {
    goBack()
  },
  openCase() {
    void wx.navigateTo({ url: `/official/request/request?id=${this.data.id}` })
  },
})
