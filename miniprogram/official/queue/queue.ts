/** The workbench: what waits for this person, the most pressing first. */
import { listFunds } from '../../api/fund.ts'
import { getTodo, listRequests } from '../../api/requests.ts'
import { listUnsigned } from '../../api/standard.ts'
import { ensureSession } from '../../api/session.ts'
import { lastSeen, rememberSeen } from '../../drafts/store.ts'
import { proposalSays } from '../../labels/fund.ts'
import { queueSays, queueWords } from '../../labels/official.ts'
import { standardSays } from '../../labels/standard.ts'
import { rowOf, type Row } from '../../pages/mine/row.ts'
import { frameNow } from '../../theme/frame.ts'
import type { Funds } from '../../../worker/contract/fund.ts'
import { todoLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import type { RequestRow, Todo } from '../../../worker/contract/requests.ts'
import type { Queue } from '../../../worker/contract/terms.ts'
import { firstTab, tabsOf, type Tab } from './tabs.ts'
import { surveyors } from '../../../worker/contract/terms-standard.ts'

Page({
  data: {
    frame: frameNow(), t: queueWords, tick: 0, tabs: [] as Tab[], queue: '' as Queue | '', rows: [] as Row[],
    next: null as string | null,
    state: 'loading', words: '', stale: '', fundLine: queueWords.fund as string, fundLow: '',
    unsigned: '',
    confirms: [] as { code: string; line: string }[],
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
    const signed = await ensureSession()
    if (!signed.ok) return this.failed(signed.problem.title)
    const todo = await getTodo()
    if (todo.ok) rememberSeen('todo', todo.data)
    const tabs = tabsOf(signed.data.posts, lastSeen<Todo>('todo'))
    this.setData({ tabs, queue: this.data.queue || firstTab(tabs), tick: this.data.tick + 1 })
    this.showConfirms([])
    void this.showUnsigned(signed.data.posts.map(({ kind }) => kind))
    void this.showFund()
    await this.list()
  },
  /** 入户调查 that wait for this person as the second at the door. */
  async showUnsigned(posts: readonly string[]) {
    if (!posts.some((kind) => (surveyors as readonly string[]).indexOf(kind) >= 0)) return
    const result = await listUnsigned()
    const count = result.ok ? result.data.items.length : 0
    this.setData({ unsigned: count > 0 ? standardSays.unsignedCount(count) : '' })
  },
  surveys() {
    void wx.navigateTo({ url: '/official/surveys/surveys' })
  },
  async showFund() {
    const result = await listFunds()
    if (result.ok) this.showConfirms(result.data.items)
    const mine = result.ok && result.data.items.length === 1 ? result.data.items[0] : undefined
    if (!mine) return
    this.setData({ fundLine: queueSays.fund(formatFen(mine.availableFen)), fundLow: mine.low ? queueWords.low : '' })
  },
  /** Moves of a fund that wait for this person; the township is named where there are several. */
  showConfirms(funds: Funds['items']) {
    const items = (lastSeen<Todo>('todo')?.items ?? []).filter(({ kind }) => kind === 'to_confirm')
    this.setData({ confirms: items.map(({ kind, count, fundCode }) => {
      const fund = funds.length > 1 ? funds.filter(({ code }) => code === fundCode)[0] : undefined
      return {
        code: fundCode ?? '', line: proposalSays.waiting(todoLabels[kind], count, fund?.townshipName ?? ''),
      }
    }) })
  },
  async list() {
    const queue = this.data.queue || 'all'
    const result = await listRequests(queue)
    if (queue !== this.data.queue) return
    if (!result.ok) return this.failed(result.problem.title)
    rememberSeen(`queue:${queue}`, result.data.items)
    this.showRows(result.data.items, result.data.next)
  },
  showRows(items: RequestRow[], next: string | null) {
    this.setData({ rows: pressingFirst(items), next, state: items.length > 0 ? '' : 'empty', words: queueWords.none,
      stale: '' })
  },
  failed(title: string) {
    const kept = lastSeen<RequestRow[]>(`queue:${this.data.queue || 'all'}`)
    if (kept && kept.length > 0) this.showRows(kept, null)
    this.setData({ state: kept ? '' : 'trouble', words: title, stale: kept ? title : '' })
  },
  pick(event: WechatMiniprogram.TouchEvent) {
    this.setData({ queue: event.currentTarget.dataset['queue'] as Queue, rows: [], next: null, state: 'loading' })
    void this.list()
  },
  async onReachBottom() {
    const { next, queue } = this.data
    if (!next || !queue) return
    this.setData({ next: null })
    const result = await listRequests(queue, next)
    if (queue !== this.data.queue) return
    if (!result.ok) return this.setData({ next })
    this.setData({ rows: [...this.data.rows, ...result.data.items.map((row) => rowOf(row))], next: result.data.next })
  },
  open(event: WechatMiniprogram.TouchEvent) {
    const page = pageOf[this.data.queue || 'all'] ?? 'request/request'
    void wx.navigateTo({ url: `/official/${page}?id=${event.currentTarget.dataset['id'] as string}` })
  },
  desk() {
    void wx.navigateTo({ url: '/official/desk/desk' })
  },
  fund(event: WechatMiniprogram.TouchEvent) {
    const code = event.currentTarget.dataset['code'] as string | undefined
    void wx.navigateTo({ url: `/official/fund/fund${code ? `?code=${code}` : ''}` })
  },
})

/** Where a list has one thing to do, its rows open right there. */
const pageOf: Partial<Record<Queue, string>> = { pay: 'pay/pay', explain: 'explain/explain', check: 'check/check' }

/** Urgent before the rest, then by what runs out first. */
function pressingFirst(items: RequestRow[]): Row[] {
  const weight = (item: RequestRow): number => (item.status === 'submitted' || item.status === 'accepted' ? 0 : 1)
  const shown = items.map((item) => ({ item, row: rowOf(item) }))
  shown.sort((one, other) => weight(one.item) - weight(other.item) || Number(other.row.urgent) - Number(one.row.urgent)
    || (weight(one.item) === 0 ? Date.parse(one.item.dueAt) - Date.parse(other.item.dueAt) : 0))
  return shown.map(({ row }) => row)
}
