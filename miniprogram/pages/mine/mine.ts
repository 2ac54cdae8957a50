/** All that this person has asked, for oneself and for others; newest first, a page at a time. */
import { listRequests } from '../../api/requests.ts'
import { lastSeen, rememberSeen } from '../../drafts/store.ts'
import { mineWords } from '../../labels/follow.ts'
import { frameNow } from '../../theme/frame.ts'
import { rowOf, type Row } from './row.ts'
import type { RequestRow } from '../../../worker/contract/requests.ts'

Page({
  data: { frame: frameNow(), t: mineWords, tick: 0, rows: [] as Row[], next: null as string | null, state: 'loading',
  words: '', stale: '' },
  onShow() {
    const kept = lastSeen<RequestRow[]>('mine')
    this.setData({ frame: frameNow(), tick: this.data.tick + 1, rows: (kept ?? []).map((row) => rowOf(row)),
      state: kept ? '' : 'loading' })
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  async refresh() {
    const result = await listRequests('mine')
    if (!result.ok) {
      const stale = this.data.rows.length > 0
      this.setData({ state: stale ? '' : 'trouble', words: result.problem.title,
        stale: stale ? result.problem.title : '' })
      return
    }
    const { items, next } = result.data
    rememberSeen('mine', items)
    this.setData({ rows: items.map((row) => rowOf(row)), next, state: items.length > 0 ? '' : 'empty',
      words: mineWords.none, stale: '' })
  },
  async onReachBottom() {
    const { next } = this.data
    if (!next) return
    this.setData({ next: null })
    const result = await listRequests('mine', next)
    if (!result.ok) return this.setData({ next })
    this.setData({ rows: [...this.data.rows, ...result.data.items.map((row) => rowOf(row))], next: result.data.next })
  },
  ask() {
    void wx.navigateTo({ url: '/pages/ask/ask' })
  },
  open(event: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/pages/request/request?id=${event.currentTarget.dataset['id'] as string}` })
  },
})
