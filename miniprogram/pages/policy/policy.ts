/** What the county gives, how fast and how often, for anybody: made from the values in force (N-30). */
import { getPolicy } from '../../api/policy.ts'
import { policySays, policyWords } from '../../labels/policy.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { policySentences, type PolicySentence } from '../../../worker/contract/policy-sentences.ts'

Page({
  data: { frame: frameNow(), t: policyWords, rows: [] as PolicySentence[], since: '', state: 'loading', words: '' },
  onShow() {
    this.setData({ frame: frameNow() })
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  back() {
    goBack()
  },
  async refresh() {
    const result = await getPolicy()
    if (!result.ok) return this.setData({ state: 'trouble', words: result.problem.title, rows: [] })
    const { fromOn, version } = result.data
    this.setData({ rows: policySentences(result.data), since: policySays.since(fromOn, version), state: '' })
  },
})
