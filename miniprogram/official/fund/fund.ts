/** The fund card: available big, the rest by place, and the entries with their running balance. */
import { getFund, listEntries, listFunds } from '../../api/fund.ts'
import { lastSeen, rememberSeen } from '../../drafts/store.ts'
import { fundWords } from '../../labels/papers.ts'
import { frameNow } from '../../theme/frame.ts'
import { entryOf, fundOf, type Entry, type Fund } from './ledger.ts'

Page({
  data: {
    frame: frameNow(), t: fundWords, code: '', funds: [] as { value: string; label: string }[],
    fund: null as Fund | null,
    entries: [] as Entry[], next: null as string | null, state: 'loading', words: '', stale: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ code: query['code'] ?? '' })
  },
  onShow() {
    this.setData({ frame: frameNow() })
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  async refresh() {
    const funds = await listFunds()
    if (funds.ok) {
      const options = funds.data.items.map(({ code, townshipName }) => ({ value: code, label: townshipName }))
      this.setData({ funds: options.length > 1 ? options : [], code: this.data.code || (options[0]?.value ?? '') })
    }
    if (this.data.code) return this.open(this.data.code)
    this.setData({ state: funds.ok ? 'empty' : 'trouble', words: funds.ok ? fundWords.none : funds.problem.title })
  },
  async open(code: string) {
    const [fund, entries] = await Promise.all([getFund(code), listEntries(code)])
    if (!fund.ok) {
      const kept = lastSeen<Fund>(`fund:${code}`)
      return this.setData({ fund: kept, state: kept ? '' : 'trouble', words: fund.problem.title,
        stale: kept ? fund.problem.title : '' })
    }
    const shown = fundOf(fund.data)
    rememberSeen(`fund:${code}`, shown)
    this.setData({ fund: shown, state: '', stale: '' })
    if (entries.ok) this.setData({ entries: entries.data.items.map(entryOf), next: entries.data.next })
  },
  pick(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ code: event.detail.value, entries: [], next: null })
    void this.open(event.detail.value)
  },
  /** From a figure to its case, with its photos. */
  openCase(event: WechatMiniprogram.TouchEvent) {
    const id = event.currentTarget.dataset['id'] as string
    if (id) void wx.navigateTo({ url: `/official/request/request?id=${id}` })
  },
  async onReachBottom() {
    const { next, code } = this.data
    if (!next) return
    this.setData({ next: null })
    const result = await listEntries(code, next)
    if (!result.ok) return this.setData({ next })
    this.setData({ entries: [...this.data.entries, ...result.data.items.map(entryOf)], next: result.data.next })
  },
})
