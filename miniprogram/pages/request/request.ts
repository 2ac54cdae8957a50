/** One request, as its applicant follows it. */
import { getRequest, withdrawRequest } from '../../api/requests.ts'
import { lastSeen, rememberSeen } from '../../drafts/store.ts'
import { followWords } from '../../labels/follow.ts'
import { frameNow } from '../../theme/frame.ts'
import { progressOf, type Progress } from './progress.ts'
import { dial } from '../../walk/dial.ts'

Page({
  data: {
    frame: frameNow(), t: followWords, tick: 0, id: '', view: null as Progress | null, state: 'loading', words: '',
    requestId: '',
    stale: '', trouble: '', asking: false, busy: false,
  },
  onLoad(query: Record<string, string | undefined>) {
    const id = query['id'] ?? ''
    this.setData({ id, view: lastSeen<Progress>(`request:${id}`) })
  },
  onShow() {
    this.setData({ frame: frameNow(), tick: this.data.tick + 1 })
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  async refresh() {
    const { id, view } = this.data
    const result = await getRequest(id)
    if (!result.ok) {
      const { title, requestId = '' } = result.problem
      this.setData({ state: view ? '' : 'trouble', words: title, requestId, stale: view ? title : '' })
      return
    }
    const fresh = progressOf(result.data)
    rememberSeen(`request:${id}`, fresh)
    this.setData({ view: fresh, state: '', stale: '', tick: this.data.tick + 1 })
  },
  payee() {
    void wx.navigateTo({ url: `/pages/payee/payee?id=${this.data.id}` })
  },
  explain() {
    void wx.navigateTo({ url: `/official/explain/explain?id=${this.data.id}` })
  },
  call() {
    dial(this.data.view?.phone ?? '')
  },
  askWithdraw() {
    this.setData({ asking: true })
  },
  keep() {
    this.setData({ asking: false })
  },
  async withdraw() {
    this.setData({ asking: false, busy: true })
    const result = await withdrawRequest(this.data.id)
    this.setData({ busy: false, trouble: result.ok ? '' : result.problem.title })
    await this.refresh()
  },
})
