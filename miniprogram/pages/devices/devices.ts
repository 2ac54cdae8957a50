/** Where this person is signed in: each can be ended, or all at once. */
import { endEverywhere, endSession, listSessions } from '../../api/devices.ts'
import { signOut } from '../../api/identity.ts'
import { momentWords } from '../../clock/beijing.ts'
import { devicesSays, devicesWords } from '../../labels/devices.ts'
import { frameNow } from '../../theme/frame.ts'
import { surfaceLabels } from '../../../worker/contract/labels-signin.ts'
import type { OpenSession } from '../../../worker/contract/signin.ts'

interface Row { id: string; name: string; since: string; seen: string; here: boolean; end: string }

Page({
  data: { frame: frameNow(), t: devicesWords, rows: [] as Row[], state: 'loading', words: '', trouble: '', asking: false,
  busy: false },
  onShow() {
    this.setData({ frame: frameNow() })
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  async refresh() {
    const result = await listSessions()
    if (!result.ok) return this.setData({ state: 'trouble', words: result.problem.title, rows: [] })
    this.setData({ rows: result.data.items.map(rowOf), state: '', trouble: '' })
  },
  async end(event: WechatMiniprogram.TouchEvent) {
    if (this.data.busy) return
    this.setData({ busy: true, trouble: '' })
    const result = await endSession(event.currentTarget.dataset['id'] as string)
    this.setData({ busy: false })
    if (!result.ok && result.problem.code !== 'not_found') return this.setData({ trouble: result.problem.title })
    void wx.showToast({ title: devicesWords.ended })
    await this.refresh()
  },
  ask() {
    this.setData({ asking: true })
  },
  stay() {
    this.setData({ asking: false })
  },
  async leave() {
    this.setData({ asking: false, busy: true, trouble: '' })
    const result = await endEverywhere()
    this.setData({ busy: false })
    if (!result.ok) return this.setData({ trouble: result.problem.title })
    signOut()
    void wx.reLaunch({ url: '/pages/home/home' })
  },
})

function rowOf({ id, surface, device, signedInAt, lastSeenAt, here }: OpenSession): Row {
  const name = `${surfaceLabels[surface]} ${device ?? devicesWords.unknown}`
  return {
    id, name, here, end: devicesSays.end(name), since: devicesSays.since(momentWords(signedInAt)),
    seen: here ? devicesWords.here : devicesSays.seen(momentWords(lastSeenAt)),
  }
}
