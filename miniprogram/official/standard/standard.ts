/** 一般程序 of one request: every step with who and when, and what this person may do next. */
import { getStandard, takeStep } from '../../api/standard.ts'
import { rememberSeen } from '../../drafts/store.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { standardWords } from '../../labels/standard.ts'
import { frameNow } from '../../theme/frame.ts'
import { standardActionLabels } from '../../../worker/contract/labels-standard.ts'
import type { StandardView } from '../../../worker/contract/standard.ts'
import type { StandardAction } from '../../../worker/contract/terms-standard.ts'
import { stepsOf, type Step } from './steps.ts'

Page({
  data: {
    frame: frameNow(), t: standardWords, id: '', number: '', steps: [] as Step[],
    actions: [] as { action: StandardAction; label: string; on: string; next: boolean }[],
    state: 'loading', words: '', asking: false, busy: false, trouble: '', wayOut: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ id: query['id'] ?? '' })
  },
  onShow() {
    this.setData({ frame: frameNow() })
    void this.refresh()
  },
  async refresh() {
    const result = await getStandard(this.data.id)
    if (!result.ok) return this.setData({ state: 'trouble', words: result.problem.title })
    rememberSeen(`standard:${this.data.id}`, result.data)
    this.show(result.data)
  },
  show(view: StandardView) {
    const next = nextOf(view)
    const actions = view.actions.map((action) => ({
      action, label: standardActionLabels[action], on: placeOf(view, action), next: action === next,
    }))
    actions.sort((one, other) => Number(other.next) - Number(one.next))
    this.setData({ number: view.number, steps: stepsOf(view), state: '', actions })
  },
  go(event: WechatMiniprogram.CustomEvent) {
    const { action, on } = event.currentTarget.dataset as { action: StandardAction; on: string }
    if (action === 'signSurvey') return this.setData({ asking: true })
    void wx.navigateTo({ url: `/official/step/step?do=${action}&on=${on}` })
  },
  notYet() {
    this.setData({ asking: false })
  },
  async sign() {
    if (this.data.busy) return
    this.setData({ asking: false, busy: true, trouble: '', wayOut: '' })
    const result = await takeStep('signSurvey', this.data.id, {})
    this.setData({ busy: false })
    if (!result.ok) return this.setData({ trouble: result.problem.title, wayOut: wayOutOf(result.problem.code) })
    void wx.showToast({ title: standardWords.done })
    await this.refresh()
  },
  openCase() {
    void wx.navigateTo({ url: `/official/request/request?id=${this.data.id}` })
  },
})

/** The step that the case waits for: an objection first, then what has not been done yet. */
function nextOf({ actions, authorisation, check, survey }: StandardView): StandardAction | undefined {
  const done: StandardAction[] = ['recordObjection', 'holdHearing']
  if (authorisation || check) done.push('authorise')
  if (check) done.push('checkMeans')
  if (survey) done.push('surveyHome')
  return actions.indexOf('settleObjection') >= 0 ? 'settleObjection' : actions.filter((one) => done.indexOf(one) < 0)[0]
}

/** What a step is about: the first open objection, the notice, or the request itself. */
function placeOf(view: StandardView, action: StandardAction): string {
  const open = view.objections.filter((one) => one.result === null)
  if (action === 'holdHearing') return open.filter((one) => one.hearing === null)[0]?.id ?? ''
  if (action === 'settleObjection') return open[0]?.id ?? ''
  return action === 'recordObjection' ? view.notice?.id ?? '' : view.id
}
