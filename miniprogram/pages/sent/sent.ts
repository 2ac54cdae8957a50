/** The receipt: the number big, what comes next, by when, whom to call. It can be opened again. */
import { momentWords } from '../../clock/beijing.ts'
import { lastSeen } from '../../drafts/store.ts'
import { sentPageSays, sentPageWords } from '../../labels/ask.ts'
import { frameNow } from '../../theme/frame.ts'
import { dial } from '../../walk/dial.ts'
import type { Submitted } from '../../../worker/contract/requests.ts'

Page({
  data: { frame: frameNow(), t: sentPageWords, id: '', number: '', steps: [] as string[], phone: '', unit: '' },
  onLoad() {
    const sent = lastSeen<Submitted>('sent')
    if (!sent) return
    const { name, phone } = sent.township
    this.setData({
      id: sent.id, number: sent.number, steps: sentPageSays.steps(name, momentWords(sent.dueAt)), phone, unit: name,
    })
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  callTownship() {
    dial(this.data.phone)
  },
  follow() {
    void wx.redirectTo({ url: `/pages/request/request?id=${this.data.id}` })
  },
  home() {
    void wx.reLaunch({ url: '/pages/home/home' })
  },
})
