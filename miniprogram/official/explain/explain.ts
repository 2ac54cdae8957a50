/** Small amount first, explain later: this is the later. Camera first; what is there is kept until it is handed in. */
import { fileExplanation } from '../../api/explanations.ts'
import { getRequest } from '../../api/requests.ts'
import { readDraft, writeDraft } from '../../drafts/drafts.ts'
import { rememberSeen } from '../../drafts/store.ts'
import { settle } from '../../drafts/settled.ts'
import { unsentCount } from '../../evidence/album.ts'
import { explainWords } from '../../labels/papers.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'
import type { ExplanationKind } from '../../../worker/contract/terms.ts'
import { caseOf } from '../request/case.ts'
import { boxesOf, explanationBody, isFilled, stateWords, type Box, type Texts } from './boxes.ts'

Page({
  data: {
    frame: frameNow(), t: explainWords, id: '', grantId: '', who: '', place: '', sum: '',
    boxes: [] as Box[], more: false,
    due: '', tone: 'owed', returned: '', prefilled: false, state: 'loading', words: '', busy: false, trouble: '',
    wayOut: '', open: false,
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ id: query['id'] ?? '' })
    void this.refresh()
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  async refresh() {
    const result = await getRequest(this.data.id)
    if (!result.ok) return this.setData({ state: 'trouble', words: result.problem.title })
    rememberSeen(`case:${this.data.id}`, result.data)
    this.show(result.data)
  },
  show(view: RequestView) {
    const grant = view.grants.filter((one) => one.explanation && !one.cancelledAt)[0]
    if (!grant?.explanation) return this.setData({ state: 'empty', words: explainWords.none })
    const { explanation } = grant
    const { words, tone } = stateWords(explanation)
    const shown = caseOf(view)
    this.setData({
      grantId: grant.id, who: shown.who, place: shown.place, sum: formatFen(grant.amountFen),
      due: words, tone,
      returned: explanation.state === 'returned' ? explanation.returnReason ?? '' : '',
        prefilled: explanation.prefilled, state: '',
      open: view.actions.indexOf('fileExplanation') >= 0,
      boxes: boxesOf(view, grant, explanation, readDraft<Texts>(`explanation|${grant.id}`, {})),
    })
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const kind = event.currentTarget.dataset['kind'] as ExplanationKind
    const boxes = this.data.boxes.map((box) => (box.kind === kind ? { ...box, text: event.detail.value } : box))
    this.setData({ boxes })
    const texts: Texts = {}
    boxes.forEach((box) => { texts[box.kind] = box.text })
    writeDraft(`explanation|${this.data.grantId}`, texts)
  },
  unfold() {
    this.setData({ more: true })
  },
  async send() {
    const { boxes, grantId, who } = this.data
    if (this.data.busy) return
    if (!boxes.some(isFilled)) return this.setData({ trouble: explainWords.empty, wayOut: '' })
    const waiting = boxes.some((box) => unsentCount(box.place) > 0)
    if (waiting) return this.setData({ trouble: explainWords.photosWaiting, wayOut: '' })
    this.setData({ busy: true, trouble: '', wayOut: '' })
    const result = await fileExplanation(grantId, who, explanationBody(boxes))
    this.setData({ busy: false })
    if (!result.ok) {
      const { problem } = result
      return this.setData({ trouble: problem.fields[0]?.message ?? problem.title, wayOut: wayOutOf(problem.code) })
    }
    settle(`explanation|${grantId}`, result.data, null)
    void wx.showToast({ title: explainWords.done })
    goBack()
  },
  openCase() {
    void wx.navigateTo({ url: `/official/request/request?id=${this.data.id}` })
  },
})
