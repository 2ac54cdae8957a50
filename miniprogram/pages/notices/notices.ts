/** 救助公示, for anybody (F-7): what hangs out now, and a way to object. */
import { listNotices, raiseObjection } from '../../api/standard.ts'
import { dayWords } from '../../clock/beijing.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { noticeSays, noticeWords } from '../../labels/standard.ts'
import { frameNow } from '../../theme/frame.ts'
import { dial } from '../../walk/dial.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import type { PublicNotice } from '../../../worker/contract/standard.ts'

interface Row {
  id: string
  who: string
  line: string
  days: string
  phone: string
}

Page({
  data: {
    frame: frameNow(), t: noticeWords, rows: [] as Row[], next: null as string | null, state: 'loading', words: '',
    objecting: '', text: '', error: '', busy: false, trouble: '', wayOut: '',
  },
  onShow() {
    this.setData({ frame: frameNow() })
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  async onReachBottom() {
    if (this.data.next) await this.list(this.data.next)
  },
  async refresh() {
    await this.list()
  },
  async list(after?: string) {
    const result = await listNotices(after)
    if (!result.ok) return this.setData({ state: 'trouble', words: result.problem.title })
    const rows = [...(after ? this.data.rows : []), ...result.data.items.map(rowOf)]
    this.setData({ rows, next: result.data.next, state: rows.length > 0 ? '' : 'empty', words: noticeWords.none })
  },
  object(event: WechatMiniprogram.TouchEvent) {
    this.setData({ objecting: event.currentTarget.dataset['id'] as string, text: '', error: '', trouble: '' })
  },
  cancel() {
    this.setData({ objecting: '', text: '' })
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ text: event.detail.value })
  },
  async send() {
    const { objecting, text, busy } = this.data
    if (busy) return
    if (text.trim().length < 4) return this.setData({ error: noticeWords.short })
    this.setData({ busy: true, error: '', trouble: '', wayOut: '' })
    const result = await raiseObjection(objecting, { words: text.trim() })
    this.setData({ busy: false })
    if (!result.ok) return this.setData({ trouble: result.problem.title, wayOut: wayOutOf(result.problem.code) })
    this.setData({ objecting: '', text: '' })
    void wx.showToast({ title: noticeWords.done })
    await this.refresh()
  },
  call(event: WechatMiniprogram.TouchEvent) {
    dial(event.currentTarget.dataset['phone'] as string)
  },
})

function rowOf(notice: PublicNotice): Row {
  return {
    id: notice.id, who: `${notice.name} ${notice.townshipName}${notice.village ?? ''}`, phone: notice.townshipPhone,
    line: noticeSays.line(notice.causeClass, formatFen(notice.amountFen)),
    days: noticeSays.days(dayWords(notice.postedOn), dayWords(notice.untilOn), notice.state),
  }
}
