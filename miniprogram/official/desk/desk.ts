/** A desk is let in from here: scan or type, see which desk it is, then say yes or no. */
import { answerDesk, lookAtDesk } from '../../api/devices.ts'
import { momentWords } from '../../clock/beijing.ts'
import { deskWords, devicesSays } from '../../labels/devices.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { frameNow } from '../../theme/frame.ts'
import type { DeskAnswer } from '../../../worker/contract/terms-signin.ts'

Page({
  data: { frame: frameNow(), t: deskWords, code: '', wrong: '', id: '', device: '', asked: '', trouble: '', wayOut: '',
  busy: false, answered: '' as DeskAnswer | '' },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  scan() {
    wx.scanCode({ onlyFromCamera: true, scanType: ['qrCode'], success: ({ result }) => void this.look(result) })
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ code: event.detail.value, wrong: '' })
  },
  next() {
    if (!/^\d{6}$/.test(this.data.code)) return this.setData({ wrong: deskWords.wrong })
    void this.look(this.data.code)
  },
  async look(proof: string) {
    if (this.data.busy) return
    this.setData({ busy: true, trouble: '', answered: '' })
    const result = await lookAtDesk(proof)
    this.setData({ busy: false, code: '' })
    if (!result.ok) {
      const { title, fields, code } = result.problem
      this.setData({ trouble: fields[0]?.message ?? title, wayOut: wayOutOf(code) })
      return
    }
    const { id, device, askedAt } = result.data
    this.setData({ id, device, asked: devicesSays.asked(momentWords(askedAt)) })
  },
  yes() {
    void this.answer('confirmed')
  },
  no() {
    void this.answer('refused')
  },
  async answer(answer: DeskAnswer) {
    if (this.data.busy) return
    this.setData({ busy: true, trouble: '' })
    const result = await answerDesk(this.data.id, answer)
    this.setData({ busy: false })
    if (result.ok) this.setData({ id: '', answered: answer })
    else this.setData({ trouble: result.problem.title, id: result.retryable ? this.data.id : '' })
  },
})
