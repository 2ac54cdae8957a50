/** The deciding screen (LOOK): everything on one page, one button that says the sum, one confirm. */
import type { Trouble } from '../../api/http.ts'
import { grantSlot, makeGrant } from '../../api/grants.ts'
import { getRequest } from '../../api/requests.ts'
import { unsentAct } from '../../api/unsent.ts'
import { lastSeen, rememberSeen } from '../../drafts/store.ts'
import { countyWords } from '../../labels/county.ts'
import { goodsLines, goodsSays, goodsWords } from '../../labels/goods.ts'
import { caseSays, caseWords } from '../../labels/official.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { messagesAt } from '../../walk/faults.ts'
import { channelLabels, trackLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import type { Granted } from '../../../worker/contract/grants.ts'
import type { DecisionView, RequestView } from '../../../worker/contract/requests.ts'
import { channels, type Channel, type RequestAction } from '../../../worker/contract/terms.ts'
import { firstFormula, formulaIn, formulaLine, formulaSum, type FormulaForm } from '../formula/form.ts'
import { blankGoods, goodsBody, goodsFaultsOf, writtenGoods, type GoodsRow } from '../goods/form.ts'
import { caseOf, householdOf, owedOf, type Case } from './case.ts'
import { chipsOf, firstAmount, shortYuan, verdictOf, type Verdict } from './decide.ts'
import { pageFor } from './ways.ts'

Page({
  data: {
    frame: frameNow(), t: caseWords, c: countyWords, tick: 0, id: '', view: null as RequestView | null, shown: null as Case | null,
    state: 'loading',
    words: '', requestId: '', stale: '', household: null as ReturnType<typeof householdOf> | null,
    owed: null as ReturnType<typeof owedOf> | null,
    money: null as null | { available: string; cash: string; limit: string }, amount: '',
    chips: [] as { value: string; label: string }[],
    channel: 'transfer' as Channel, channels: channels.map((value) => ({ value, label: channelLabels[value] })),
    formula: null as FormulaForm | null, formulaLine: '', formulaWrong: false,
    reason: '', goods: [] as GoodsRow[], at: {} as Record<string, string>,
    verdict: null as Verdict | null, asking: false, confirmTitle: '', confirmText: '', sure: '', busy: false,
    unsent: false, trouble: '', wayOut: '', wholeChain: false,
    done: null as null | { number: string; sum: string; goods: string[]; left: string; owed: string },
  },
  onLoad(query: Record<string, string | undefined>) {
    const id = query['id'] ?? ''
    const kept = lastSeen<RequestView>(`case:${id}`)
    this.setData({ id })
    if (kept) this.show(kept)
  },
  onShow() {
    this.setData({ frame: frameNow(), tick: this.data.tick + 1 })
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  async refresh() {
    const { id, shown } = this.data
    const result = await getRequest(id)
    this.setData({ unsent: unsentAct(grantSlot(id)) !== null, tick: this.data.tick + 1 })
    if (!result.ok) {
      const { title, requestId = '' } = result.problem
      return this.setData({ state: shown ? '' : 'trouble', words: title, requestId, stale: shown ? title : '' })
    }
    rememberSeen(`case:${id}`, result.data)
    this.setData({ stale: '' })
    this.show(result.data)
  },
  show(view: RequestView) {
    const { decision } = view
    this.setData({ view, shown: caseOf(view), state: '' })
    if (!decision || view.actions.indexOf('grant') < 0) {
      return this.setData({ household: decision && householdOf(view, decision), money: null, verdict: null })
    }
    this.setData({ household: householdOf(view, decision), money: moneyOf(decision),
      chips: chipsOf(decision) })
    if (!this.data.reason) {
      this.setData({ reason: caseSays.reason(this.data.shown?.cause ?? '', view.village ?? view.townshipName) })
    }
    if (!this.data.formula) this.setData({ formula: firstFormula(decision) })
    if (!this.data.amount) {
      const cashOnly = !decision.hasPayee && decision.cashFen > 0
        && (view.askedFen ?? decision.smallCapFen) <= decision.cashCapFen
      this.setData({ amount: firstAmount(view, decision), channel: cashOnly ? 'cash' : 'transfer' })
    }
    this.judge()
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const field = event.currentTarget.dataset['field'] as 'amount' | 'channel' | 'reason'
    this.setData({ [field]: event.detail.value } as never)
    if (field === 'amount') this.setOutright()
    this.judge()
  },
  typedFormula(event: WechatMiniprogram.CustomEvent<{ value: FormulaForm }>) {
    const formula = event.detail.value
    const limits = this.data.view?.decision?.limits
    const sum = limits ? formulaSum(formula, limits) : null
    this.setData({ formula, ...(sum === null ? {} : { amount: shortYuan(sum).replace(/,/g, '') }) })
    this.judge()
  },
  /** A sum typed by hand is not the one that was counted; a slight emergency lets any within its cap. */
  setOutright() {
    const { formula } = this.data
    if (formula && formula.kind !== 'light') this.setData({ formula: { ...formula, kind: 'outright' } })
  },
  addGoods() {
    this.setData({ goods: [blankGoods] })
  },
  typedGoods(event: WechatMiniprogram.CustomEvent<{ value: GoodsRow[] }>) {
    this.setData({ goods: event.detail.value })
  },
  judge() {
    const { view, amount, channel, formula } = this.data
    if (!view?.decision || !formula) return
    const verdict = verdictOf(view, view.decision, amount, channel, formulaIn(formula))
    this.setData({ verdict, owed: owedOf(view.decision, verdict.track), formulaLine: formulaLine(formula, view.decision.limits), formulaWrong: formulaIn(formula).fault !== '' })
  },
  press() {
    const { verdict, view, shown, channel, id, formula } = this.data
    if (!verdict || !view || !shown || this.data.busy) return
    if (this.data.unsent) return void this.approve()
    if (verdict.go === 'escalate') {
      return void wx.navigateTo({ url: `/official/reason/reason?do=escalate&id=${id}&code=${verdict.escalation}` })
    }
    if (verdict.go === 'payee') return void wx.navigateTo({ url: pageFor('setPayee', view) })
    if (verdict.go === 'standard') return this.openStandard()
    if (verdict.go === 'wait') return this.setData({ trouble: verdict.why })
    const goods = writtenGoods(this.data.goods)
    const at = messagesAt(goodsFaultsOf(goods))
    const whole = Object.keys(at).length === 0
    this.setData({ goods, at, trouble: whole ? '' : goodsWords.wrong, wayOut: '' })
    if (!whole) return
    const how = channel === 'transfer' && view.payee ? caseSays.transferTo(view.payee.accountTail)
      : channelLabels[channel]
    this.setData({
      asking: true, confirmTitle: `${verdict.button}?`, sure: caseSays.sure(shortYuan(verdict.amountFen)),
      confirmText: caseSays.confirm(shown.who, shown.place, how)
        + (formula && formula.kind !== 'outright' ? `。${this.data.formulaLine}` : '')
        + (goods.length > 0 ? `。${goodsSays.also(goodsLines(goodsBody(goods)))}` : ''),
    })
  },
  openStandard() {
    void wx.navigateTo({ url: `/official/standard/standard?id=${this.data.id}` })
  },
  unfold() {
    this.setData({ wholeChain: true })
  },
  lookAtHousehold() {
    void wx.navigateTo({ url: `/official/household/household?id=${this.data.view?.household?.id ?? ''}` })
  },
  notYet() {
    this.setData({ asking: false })
  },
  async approve() {
    const { verdict, view, shown, channel, reason, id, formula: form } = this.data
    this.setData({ asking: false, trouble: '' })
    if (!verdict || !shown || this.data.busy) return
    this.setData({ busy: true })
    const { track, amountFen } = verdict
    const goods = goodsBody(writtenGoods(this.data.goods))
    const formula = form && formulaIn(form).formula
    const result = await makeGrant(id, shown.who, {
      track, amountFen, channel, reason: reason.trim(), ...(goods.length > 0 ? { goods } : {}), ...(formula ? { formula } : {}),
      ...(channel === 'transfer' && view?.payee ? { payeeId: view.payee.id } : {}),
    })
    this.setData({ busy: false, unsent: !result.ok && result.retryable, tick: this.data.tick + 1 })
    if (result.ok) this.approved(result.data)
    else this.refused(result.problem)
  },
  approved(granted: Granted) {
    this.setData({ done: {
      number: granted.number, sum: `${trackLabels[granted.track]} ${formatFen(granted.amountFen)}`,
      goods: goodsLines(goodsBody(writtenGoods(this.data.goods))), left: formatFen(granted.fund.availableFen),
      owed: this.data.owed?.line ?? '',
    } })
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
  },
  refused(problem: Trouble) {
    const limit = problem.limitFen === undefined ? '' : ` ${shortYuan(problem.limitFen)} ${caseWords.yuan}`
    this.setData({
      trouble: problem.fields[0]?.message ?? problem.title + limit, wayOut: wayOutOf(problem.code),
      at: messagesAt(problem.fields),
    })
    if (!this.data.unsent) void this.refresh()
  },
  go(event: WechatMiniprogram.TouchEvent) {
    const { view } = this.data
    const url = view && pageFor(event.currentTarget.dataset['action'] as RequestAction, view)
    if (url) void wx.navigateTo({ url })
  },
  back() {
    goBack()
  },
  stay() {
    this.setData({ done: null, amount: '', formula: null, goods: [] })
    void this.refresh()
  },
})

function moneyOf(decision: DecisionView) {
  return {
    available: formatFen(decision.availableFen), cash: formatFen(decision.cashFen),
    limit: formatFen(decision.urgentCeilingFen),
  }
}
