/** The county's page (N-20): 县救助股 writes what the county should grant; the county leader confirms it with one tap. */
import { confirmCounty, proposeCounty } from '../../api/county.ts'
import type { Trouble } from '../../api/http.ts'
import { getRequest } from '../../api/requests.ts'
import { rememberSeen } from '../../drafts/store.ts'
import { clearAlbum, sentIds } from '../../evidence/album.ts'
import { countyFaults, countySays, countyWords } from '../../labels/county.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { rowWords } from '../../labels/rows.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { messagesAt } from '../../walk/faults.ts'
import { formatFen, parseYuan } from '../../../worker/contract/money.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'
import { countyOf } from '../request/case.ts'

Page({
  data: {
    frame: frameNow(), t: countyWords, id: '', doing: 'propose' as 'propose' | 'confirm', state: 'loading', words: '',
    view: null as RequestView | null, who: '', county: null as ReturnType<typeof countyOf>,
    available: '', cap: '', asked: '', amount: '', over: false, reason: '', minutes: '', place: '', sum: '', button: '', sure: '',
    at: {} as Record<string, string>, busy: false, asking: false, question: '', trouble: '', wayOut: '', done: '',
    doneNote: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    const id = query['id'] ?? ''
    this.setData({ id, doing: query['do'] === 'confirm' ? 'confirm' : 'propose', place: `minutes|${id}` })
    void this.refresh()
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  async refresh() {
    const result = await getRequest(this.data.id)
    if (!result.ok) return this.setData({ state: 'trouble', words: result.problem.title })
    const view = result.data
    rememberSeen(`case:${this.data.id}`, view)
    const { county } = view
    const may = view.actions.indexOf(this.data.doing === 'confirm' ? 'confirmCounty' : 'proposeCounty') >= 0
    if (!county || !may) return this.setData({ state: 'empty', words: countyWords.none, view: null })
    const sum = county.proposal ? formatFen(county.proposal.amountFen) : ''
    this.setData({
      view, state: '', who: view.name ?? rowWords.noName, county: countyOf(view), available: formatFen(county.availableFen),
      cap: formatFen(county.capFen), asked: view.askedFen === null ? '' : formatFen(view.askedFen), sum,
      button: countySays.confirm(sum), sure: countySays.sure(sum),
    })
    if (!this.data.amount && view.askedFen !== null)
      this.setData({ amount: formatFen(view.askedFen).replace(/,|\.00$/g, '') })
    this.weigh()
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const field = event.currentTarget.dataset['field'] as 'amount' | 'reason' | 'minutes'
    const at = { ...this.data.at, [field === 'amount' ? 'amountFen' : field]: '' }
    this.setData({ [field]: event.detail.value, at } as never)
    this.weigh()
  },
  /** Above the county's cap the minutes are asked for. */
  weigh() {
    const typed = parseYuan(this.data.amount)
    this.setData({ over: typed.ok && typed.fen > (this.data.view?.county?.capFen ?? 0) })
  },
  async propose() {
    const { id, view, who, reason, minutes, over, place } = this.data
    const typed = parseYuan(this.data.amount)
    const photo = sentIds(place)[0]
    const at: Record<string, string> = {}
    if (!typed.ok) at['amountFen'] = typed.reason
    if (reason.trim().length < 4) at['reason'] = countyFaults.reason
    if (over && minutes.trim().length < 4) at['minutes'] = countyFaults.minutes
    const trouble = over && !photo ? countyFaults.photo : ''
    this.setData({ at, trouble, wayOut: '' })
    if (!typed.ok || trouble || Object.keys(at).length > 0 || this.data.busy || !view?.county) return
    this.setData({ busy: true })
    const result = await proposeCounty(id, who, {
      track: typed.fen <= view.county.smallCapFen ? 'small' : 'urgent', amountFen: typed.fen, reason: reason.trim(),
      ...(over && photo ? { minutes: { text: minutes.trim(), evidenceId: photo } } : {}),
    })
    this.setData({ busy: false })
    if (!result.ok) return this.refused(result.problem)
    clearAlbum(place)
    this.setData({ done: countyWords.proposed, doneNote: formatFen(typed.fen) })
  },
  ask() {
    const short = this.data.reason.trim().length < 2
    this.setData({ at: short ? { reason: countyFaults.reason } : {} })
    if (!short) this.setData({ asking: true, question: countySays.ask(this.data.who, this.data.sum) })
  },
  notYet() {
    this.setData({ asking: false })
  },
  async confirm() {
    const { id, who, view, reason, busy } = this.data
    const proposal = view?.county?.proposal
    this.setData({ asking: false, trouble: '', wayOut: '' })
    if (!proposal || busy) return
    this.setData({ busy: true })
    const result = await confirmCounty(id, who, proposal.amountFen, { proposal: proposal.n, reason: reason.trim() })
    this.setData({ busy: false })
    if (!result.ok) return this.refused(result.problem)
    const { number, amountFen, fund } = result.data
    this.setData({
      done: `${countyWords.granted} ${number}`,
      doneNote: formatFen(amountFen), words: countySays.left(formatFen(fund.availableFen)),
    })
  },
  refused(problem: Trouble) {
    this.setData({ trouble: problem.title, wayOut: wayOutOf(problem.code), at: messagesAt(problem.fields) })
    if (problem.code === 'proposal_changed') void this.refresh()
  },
  back() {
    goBack()
  },
})
