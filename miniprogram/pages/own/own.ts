/** 我的信息: who looked at this person's data in full, and why (D-11). */
import { getOwnConsents, getOwnData, getOwnReveals, withdrawConsent } from '../../api/privacy.ts'
import { beijingDay, dayWords } from '../../clock/beijing.ts'
import { consentWords, keptSays, keptWords, ownSays, ownWords } from '../../labels/own.ts'
import { frameNow } from '../../theme/frame.ts'
import { causeLabels, postLabels } from '../../../worker/contract/labels.ts'
import { consentBasisLabels, consentGiverLabels, noticeLabels, revealFieldLabels } from '../../../worker/contract/labels-data.ts'
import type { OwnConsents, OwnData, OwnReveals } from '../../../worker/contract/privacy.ts'

type Consent = { id: string; what: string; when: string; how: string; mayWithdraw: boolean }
type Look = { id: string; who: string; what: string; when: string; reason: string }

Page({
  data: { frame: frameNow(), t: ownWords, c: consentWords, k: keptWords, kept: null as ReturnType<typeof keptOf> | null, copy: '', looks: [] as Look[], consents: [] as Consent[], trouble: '', state: 'loading', words: '' },
  onShow() {
    this.setData({ frame: frameNow() })
    void this.refresh()
  },
  async refresh() {
    const [looked, told, data] = await Promise.all([getOwnReveals(), getOwnConsents(), getOwnData()])
    if (!looked.ok) return this.setData({ state: 'trouble', words: looked.problem.title })
    if (!told.ok) return this.setData({ state: 'trouble', words: told.problem.title })
    if (!data.ok) return this.setData({ state: 'trouble', words: data.problem.title })
    this.setData({ kept: keptOf(data.data), copy: JSON.stringify(data.data, null, 2) })
    this.setData({ looks: looked.data.items.map(lookOf), consents: told.data.items.map(consentOf), state: '' })
  },
  /** The whole of it, as a text that can be kept anywhere (PIPL 45). */
  take() {
    void wx.setClipboardData({ data: this.data.copy, success: () => void wx.showToast({ title: keptWords.copied, icon: 'none' }) })
  },
  async withdraw(event: WechatMiniprogram.TouchEvent) {
    const result = await withdrawConsent(event.currentTarget.dataset['id'] as string)
    this.setData({ trouble: result.ok ? '' : result.problem.title })
    void this.refresh()
  },
})

function lookOf(item: OwnReveals['items'][number]): Look {
  return {
    id: item.id, who: ownSays.who(item.by ?? '', item.post ? postLabels[item.post] : '', item.townshipName),
    what: ownSays.look(revealFieldLabels[item.field], item.requestNumber), when: dayWords(beijingDay(item.revealedAt)),
    reason: item.reason ?? '',
  }
}

function consentOf(item: OwnConsents['items'][number]): Consent {
  const given = item.basis === 'consent'
  const how = item.withdrawnAt ? consentWords.withdrawn : given ? consentGiverLabels[item.giver] : consentBasisLabels[item.basis]
  return {
    id: item.id, what: noticeLabels[item.kind], when: dayWords(beijingDay(item.givenAt)), how,
    mayWithdraw: given && item.kind === 'sensitive' && item.withdrawnAt === null,
  }
}

function keptOf(data: OwnData) {
  return {
    name: data.name ?? keptWords.unknown, phone: data.phone ?? keptWords.unknown, idNumber: data.idNumber ?? keptWords.unknown,
    requests: data.requests.map((one) => ({
      number: one.number, when: dayWords(beijingDay(one.submittedAt)), story: one.story ?? '',
      where: keptSays.request(one.townshipName, causeLabels[one.causeCode], one.photoCount),
      accounts: one.accounts.map(({ bank, holder, account }) => keptSays.account(bank, holder, account)),
    })),
  }
}
