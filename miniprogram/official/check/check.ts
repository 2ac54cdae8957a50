/** The check of an explanation: what was said then, what is shown now, and one of two answers. */
import { acceptExplanation } from '../../api/explanations.ts'
import { getRequest } from '../../api/requests.ts'
import { momentWords } from '../../clock/beijing.ts'
import { rememberSeen } from '../../drafts/store.ts'
import { checkWords, explainSays } from '../../labels/papers.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { explanationKindLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'
import { stateWords } from '../explain/boxes.ts'
import { caseOf, type Case } from '../request/case.ts'

Page({
  data: {
    frame: frameNow(), t: checkWords, id: '', grantId: '', shown: null as Case | null, sum: '', due: '', tone: 'plain',
    filed: '',
    items: [] as { label: string; text: string; evidenceIds: string[] }[], canAccept: false, canReturn: false,
    state: 'loading',
    words: '', busy: false, trouble: '', wayOut: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ id: query['id'] ?? '' })
  },
  onShow() {
    this.setData({ frame: frameNow() })
    void this.refresh()
  },
  async refresh() {
    const result = await getRequest(this.data.id)
    if (!result.ok) return this.setData({ state: 'trouble', words: result.problem.title })
    rememberSeen(`case:${this.data.id}`, result.data)
    this.show(result.data)
  },
  show(view: RequestView) {
    const grant = view.grants.filter((one) => one.explanation && !one.cancelledAt)[0]
    if (!grant?.explanation) return this.setData({ state: 'empty', words: checkWords.none })
    const { explanation } = grant
    const { words, tone } = stateWords(explanation)
    this.setData({
      shown: caseOf(view), grantId: grant.id, sum: formatFen(grant.amountFen), due: words, tone, state: '',
      filed: explanation.filedAt ? explainSays.filedBy(explanation.filedBy ?? '',
      momentWords(explanation.filedAt)) : '',
      items: explanation.items.map((item) => ({
        label: explanationKindLabels[item.kind], text: item.text ?? '', evidenceIds: item.evidenceIds,
      })),
      canAccept: view.actions.indexOf('acceptExplanation') >= 0,
      canReturn: view.actions.indexOf('returnExplanation') >= 0,
    })
  },
  async accept() {
    const { grantId, shown } = this.data
    if (this.data.busy || !shown) return
    this.setData({ busy: true, trouble: '', wayOut: '' })
    const result = await acceptExplanation(grantId, shown.who)
    this.setData({ busy: false })
    if (!result.ok) return this.setData({ trouble: result.problem.title, wayOut: wayOutOf(result.problem.code) })
    void wx.showToast({ title: checkWords.done })
    goBack()
  },
  sendBack() {
    void wx.navigateTo({ url: `/official/reason/reason?do=return&id=${this.data.id}` })
  },
  openCase() {
    void wx.navigateTo({ url: `/official/request/request?id=${this.data.id}` })
  },
})
