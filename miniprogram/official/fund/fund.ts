/** The fund: available big, what waits for a second person, the rest by place, the entries with running balance. */
import { confirmProposal, getFund, listEntries, listFunds } from '../../api/fund.ts'
import { lastSeen, rememberSeen } from '../../drafts/store.ts'
import { fundWords, proposalWords } from '../../labels/fund.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { frameNow } from '../../theme/frame.ts'
import { proposalsOf, turnedDownOf, type Proposal, type TurnedDown } from './proposals.ts'
import { entryOf, fundOf, type Entry, type Fund } from './ledger.ts'

Page({
  data: {
    frame: frameNow(), t: fundWords, p: proposalWords, tick: 0, code: '',
    funds: [] as { value: string; label: string }[], fund: null as Fund | null,
    entries: [] as Entry[], next: null as string | null, state: 'loading', words: '', stale: '',
    proposals: [] as Proposal[], turnedDown: [] as TurnedDown[], asked: null as Proposal | null, asking: false, busy: false, trouble: '', wayOut: '',
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
    if (code !== this.data.code) return
    if (!fund.ok) {
      const kept = lastSeen<Fund>(`fund:${code}`)
      return this.setData({ fund: kept, state: kept ? '' : 'trouble', words: fund.problem.title,
        stale: kept ? fund.problem.title : '' })
    }
    const shown = fundOf(fund.data)
    rememberSeen(`fund:${code}`, shown)
    const waiting = proposalsOf(fund.data, entries.ok ? entries.data.items : [])
    this.setData({ fund: shown, proposals: waiting, turnedDown: turnedDownOf(fund.data), state: '', stale: '', tick: this.data.tick + 1 })
    rememberSeen(`proposals:${code}`, waiting)
    if (entries.ok) this.setData({ entries: entries.data.items.map(entryOf), next: entries.data.next })
  },
  pick(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ code: event.detail.value, entries: [], proposals: [], turnedDown: [], next: null })
    void this.open(event.detail.value)
  },
  ask(event: WechatMiniprogram.CustomEvent) {
    const asked = this.data.proposals[event.currentTarget.dataset['index'] as number] ?? null
    this.setData({ asked, asking: asked !== null, trouble: '', wayOut: '' })
  },
  notYet() {
    this.setData({ asking: false })
  },
  async confirm() {
    const { asked, code } = this.data
    this.setData({ asking: false })
    if (!asked || this.data.busy) return
    this.setData({ busy: true })
    const result = await confirmProposal(code, asked.id, asked.what)
    this.setData({ busy: false })
    if (result.ok) void wx.showToast({ title: proposalWords.done })
    else this.setData({ trouble: result.problem.title, wayOut: wayOutOf(result.problem.code) })
    await this.refresh()
  },
  sendBack(event: WechatMiniprogram.CustomEvent) {
    const { code, proposals } = this.data
    const one = proposals[event.currentTarget.dataset['index'] as number]
    const doing = one?.mine ? 'takeBack' : 'dismiss'
    if (one) void wx.navigateTo({ url: `/official/reason/reason?do=${doing}&id=${one.id}&fund=${code}` })
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
    if (code !== this.data.code) return
    if (!result.ok) return this.setData({ next })
    this.setData({ entries: [...this.data.entries, ...result.data.items.map(entryOf)], next: result.data.next })
  },
})
