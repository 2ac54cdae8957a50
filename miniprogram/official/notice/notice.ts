/** Read to the person, or the guardian, how their data is used; afterwards, where help went first (PIPL 18). */
import { giveNotice } from '../../api/privacy.ts'
import { lastSeen } from '../../drafts/store.ts'
import { consentWords, toldChoices } from '../../labels/own.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { rowWords } from '../../labels/rows.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { currentNotice, notices } from '../../../worker/contract/notices.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'

type Told = 'self' | 'guardian' | ''

Page({
  data: {
    frame: frameNow(), t: consentWords, id: '', who: '', told: '' as Told, choices: toldChoices,
    texts: textsFor('self'), busy: false, trouble: '', wayOut: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    const id = query['id'] ?? ''
    this.setData({ id, who: lastSeen<RequestView>(`case:${id}`)?.name ?? rowWords.noName })
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  pick(event: WechatMiniprogram.CustomEvent<{ value: Told }>) {
    this.setData({ told: event.detail.value, texts: textsFor(event.detail.value), trouble: '' })
  },
  async send() {
    const { id, who, told, busy } = this.data
    if (!told) return this.setData({ trouble: consentWords.pick, wayOut: '' })
    if (busy) return
    this.setData({ busy: true, trouble: '' })
    const result = await giveNotice(id, who, { told })
    this.setData({ busy: false })
    if (!result.ok) return this.setData({ trouble: result.problem.title, wayOut: wayOutOf(result.problem.code) })
    void wx.showToast({ title: consentWords.done })
    goBack()
  },
})

function textsFor(told: Told) {
  const kinds = told === 'guardian' ? (['privacy', 'guardian'] as const) : (['privacy', 'sensitive'] as const)
  return kinds.map((kind) => notices[kind][currentNotice])
}
