/** 入户调查 that wait for a second surveyor: each opens its steps. */
import { listUnsigned } from '../../api/standard.ts'
import { momentWords } from '../../clock/beijing.ts'
import { standardSays, standardWords } from '../../labels/standard.ts'
import { frameNow } from '../../theme/frame.ts'

Page({
  data: {
    frame: frameNow(), t: standardWords, rows: [] as { id: string; place: string; number: string; by: string }[],
    state: 'loading', words: '',
  },
  onShow() {
    this.setData({ frame: frameNow() })
    void this.refresh()
  },
  async refresh() {
    const result = await listUnsigned()
    if (!result.ok) return this.setData({ state: 'trouble', words: result.problem.title })
    const rows = result.data.items.map((one) => ({
      id: one.requestId, place: one.village ?? '', number: one.number, by: standardSays.by(one.by, momentWords(one.at)),
    }))
    this.setData({ rows, state: rows.length > 0 ? '' : 'empty', words: standardWords.none })
  },
  open(event: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/official/standard/standard?id=${event.currentTarget.dataset['id'] as string}` })
  },
})
