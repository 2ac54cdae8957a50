/** 我的信息: who looked at this person's data in full, and why (D-11). */
import { getOwnReveals } from '../../api/privacy.ts'
import { beijingDay, dayWords } from '../../clock/beijing.ts'
import { ownSays, ownWords } from '../../labels/own.ts'
import { frameNow } from '../../theme/frame.ts'
import { postLabels } from '../../../worker/contract/labels.ts'
import { revealFieldLabels } from '../../../worker/contract/labels-data.ts'
import type { OwnReveals } from '../../../worker/contract/privacy.ts'

type Look = { id: string; who: string; what: string; when: string; reason: string }

Page({
  data: { frame: frameNow(), t: ownWords, looks: [] as Look[], state: 'loading', words: '' },
  onShow() {
    this.setData({ frame: frameNow() })
    void this.refresh()
  },
  async refresh() {
    const looked = await getOwnReveals()
    if (!looked.ok) return this.setData({ state: 'trouble', words: looked.problem.title })
    this.setData({ looks: looked.data.items.map(lookOf), state: '' })
  },
})

function lookOf(item: OwnReveals['items'][number]): Look {
  return {
    id: item.id, who: ownSays.who(item.by ?? '', item.post ? postLabels[item.post] : '', item.townshipName),
    what: ownSays.look(revealFieldLabels[item.field], item.requestNumber), when: dayWords(beijingDay(item.revealedAt)),
    reason: item.reason ?? '',
  }
}
