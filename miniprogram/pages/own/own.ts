/** 我的信息: who looked at this person's data in full, and why (D-11). */
import { getOwnConsents, getOwnReveals, withdrawConsent } from '../../api/privacy.ts'
import { beijingDay, dayWords } from '../../clock/beijing.ts'
import { consentWords, ownSays, ownWords } from '../../labels/own.ts'
import { frameNow } from '../../theme/frame.ts'
import { postLabels } from '../../../worker/contract/labels.ts'
import { consentBasisLabels, consentGiverLabels, noticeLabels, revealFieldLabels } from '../../../worker/contract/labels-data.ts'
import type { OwnConsents, OwnReveals } from '../../../worker/contract/privacy.ts'

type Consent = { id: string; what: string; when: string; how: string; mayWithdraw: boolean }
type Look = { id: string; who: string; what: string; when: string; reason: string }

Page({
  data: { frame: frameNow(), t: ownWords, c: consentWords, looks: [] as Look[], consents: [] as Consent[], trouble: '', state: 'loading', words: '' },
  onShow() {
    this.setData({ frame: frameNow() })
    void this.refresh()
  },
  async refresh() {
    const [looked, told] = await Promise.all([getOwnReveals(), getOwnConsents()])
    if (!looked.ok) return this.setData({ state: 'trouble', words: looked.problem.title })
    if (!told.ok) return this.setData({ state: 'trouble', words: told.problem.title })
    this.setData({ looks: looked.data.items.map(lookOf), consents: told.data.items.map(consentOf), state: '' })
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
