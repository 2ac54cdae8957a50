/** The first page: one focus, 现在求助. What a person has asked and what an official owes stand around it. */
import { knownTownships, myTownship, townships } from '../../api/identity.ts'
import { getTodo, listRequests } from '../../api/requests.ts'
import { ensureSession, session } from '../../api/session.ts'
import { readDraft } from '../../drafts/drafts.ts'
import { lastSeen, rememberSeen } from '../../drafts/store.ts'
import { homeSays, homeWords } from '../../labels/home.ts'
import { rowOf, type Row } from '../mine/row.ts'
import { frameNow } from '../../theme/frame.ts'
import { blankAsk, isBlank } from '../ask/form.ts'
import { dial } from '../../walk/dial.ts'
import type { RequestRow, Todo } from '../../../worker/contract/requests.ts'

Page({
  data: {
    frame: frameNow(), t: homeWords, tick: 0, official: false, badge: 0, deskLine: '', latest: null as Row | null,
    place: '', phone: '', draft: false,
  },
  onShow() {
    this.setData({ frame: frameNow(), tick: this.data.tick + 1, draft: !isBlank(readDraft('ask|self', blankAsk)) })
    this.showKnown()
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  async refresh() {
    void townships().then(() => this.showKnown())
    const signed = await ensureSession()
    if (!signed.ok) return
    this.showKnown()
    const [mine, todo] = await Promise.all([
      listRequests('mine'), signed.data.posts.length > 0 ? getTodo() : Promise.resolve(null),
    ])
    if (mine.ok) rememberSeen('latest', mine.data.items[0] ?? null)
    if (todo?.ok) rememberSeen('todo', todo.data)
    this.showKnown()
  },
  showKnown() {
    const latest = lastSeen<RequestRow>('latest')
    const todo = lastSeen<Todo>('todo')
    const asked = knownTownships().filter(({ name }) => name === latest?.townshipName)[0]
    const town = myTownship() ?? asked ?? (knownTownships().length === 1 ? knownTownships()[0] : undefined)
    const urgent = (todo?.items ?? []).filter((item) => item.kind === 'new_urgent' || item.kind === 'clock_near')
      .reduce((sum, item) => Math.max(sum, item.count), 0)
    const badge = todo?.badge ?? 0
    this.setData({
      official: (session()?.posts.length ?? 0) > 0, badge,
      deskLine: badge === 0 ? homeWords.deskNone : urgent > 0 ? homeSays.deskUrgent(urgent) : homeSays.deskSome(badge),
      latest: latest ? rowOf(latest) : null, place: town?.name ?? '', phone: town?.phone ?? '',
    })
  },
  ask() {
    void wx.navigateTo({ url: '/pages/ask/ask' })
  },
  askForOther() {
    void wx.navigateTo({ url: '/pages/ask/ask?for=other' })
  },
  desk() {
    void wx.navigateTo({ url: '/official/queue/queue' })
  },
  mine() {
    void wx.navigateTo({ url: '/pages/mine/mine' })
  },
  latest() {
    void wx.navigateTo({ url: `/pages/request/request?id=${this.data.latest?.id ?? ''}` })
  },
  notices() {
    void wx.navigateTo({ url: '/pages/notices/notices' })
  },
  me() {
    void wx.navigateTo({ url: '/pages/me/me' })
  },
  call() {
    dial(this.data.phone || homeWords.hotline)
  },
})
