/** Acts that need a written reason: 报县级, 撤销批准, 退回补充, 作废签领单, and a fund's proposal sent back or taken back (?do=). */
import { returnExplanation } from '../../api/explanations.ts'
import { handBack } from '../../api/county.ts'
import { dismissProposal } from '../../api/fund.ts'
import { cancelGrant, voidSlip } from '../../api/grants.ts'
import type { Result } from '../../api/http.ts'
import { answerException, askException, escalateRequest } from '../../api/requests.ts'
import { unsentAct } from '../../api/unsent.ts'
import { lastSeen } from '../../drafts/store.ts'
import { proposalWords } from '../../labels/fund.ts'
import { caseSays, reasonSays, reasonWords } from '../../labels/official.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { rowWords } from '../../labels/rows.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { messagesAt, type Fault } from '../../walk/faults.ts'
import { jumpTo } from '../../walk/jump.ts'
import { exceptionLabels } from '../../../worker/contract/labels-household.ts'
import { escalationLabels } from '../../../worker/contract/labels.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'
import { exceptionCodes, type ExceptionCode } from '../../../worker/contract/terms-household.ts'
import { escalationCodes, type EscalationCode } from '../../../worker/contract/terms.ts'
import type { Proposal } from '../fund/proposals.ts'

type Doing = 'escalate' | 'handBack' | 'exception' | 'answer' | 'cancel' | 'return' | 'void' | 'dismiss' | 'takeBack'
const titles: Record<Doing, string> = {
  escalate: reasonWords.escalateTitle, handBack: reasonWords.handBackTitle,
  exception: reasonWords.exceptionTitle, answer: reasonWords.answerTitle, cancel: reasonWords.cancelTitle, return: reasonWords.returnTitle,
  void: reasonWords.voidTitle,
  dismiss: proposalWords.dismiss, takeBack: proposalWords.takeBack,
}

const whys: Partial<Record<Doing, string>> = {
  escalate: reasonWords.why, exception: reasonWords.whichException, answer: reasonWords.consent,
}
const missing: Partial<Record<Doing, string>> = {
  escalate: reasonWords.code, exception: reasonWords.exceptionCode, answer: reasonWords.consentCode,
}

function codesFor(doing: Doing): { value: string; label: string }[] {
  if (doing === 'exception') return exceptionCodes.map((value) => ({ value, label: exceptionLabels[value] }))
  if (doing === 'answer') {
    return [{ value: 'yes', label: reasonWords.consentYes }, { value: 'no', label: reasonWords.consentNo }]
  }
  return escalationCodes.map((value) => ({ value, label: escalationLabels[value] }))
}

Page({
  data: {
    frame: frameNow(), t: reasonWords, doing: 'escalate' as Doing, title: '',
    id: '', who: '', grantId: '', payout: 1, fund: '', code: '',
    reason: '',
    codes: codesFor('escalate'), why: '', n: 0, asked: '', faults: [] as Fault[],
    at: {} as Record<string, string>,
    busy: false, unsent: false, trouble: '', wayOut: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    const doing = (query['do'] ?? 'escalate') as Doing
    const id = query['id'] ?? ''
    const view = lastSeen<RequestView>(`case:${id}`)
    const grant = view?.grants.filter((one) => !one.cancelledAt)[0]
    void wx.setNavigationBarTitle({ title: titles[doing] })
    const fund = query['fund'] ?? ''
    const proposal = (lastSeen<Proposal[]>(`proposals:${fund}`) ?? []).filter((one) => one.id === id)[0]
    const waiting = view?.exceptions.filter(({ answer, stands }) => answer === null && !stands)[0]
    this.setData({ codes: codesFor(doing), why: whys[doing] ?? '', n: waiting?.n ?? 0,
      asked: waiting ? caseSays.exception(exceptionLabels[waiting.code], waiting.askedBy ?? '', waiting.reason ?? '') : '' })
    this.setData({ doing, id, title: titles[doing], code: query['code'] ?? '', fund, grantId: grant?.id ?? '',
      payout: grant?.payouts.filter(({ step }) => step === 'cash_handed')[0]?.payout ?? 1,
      who: proposal?.what ?? (view ? view.name ?? rowWords.noName : '') })
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  /** Sent late, while this page was open: there is nothing left to do here. */
  refresh() {
    if (this.data.unsent && !unsentAct(this.slot())) goBack()
  },
  slot(): string {
    const { doing, id, grantId } = this.data
    return {
      escalate: `escalation|${id}`, handBack: `hand-back|${id}`, exception: `exception|${id}`, answer: `exception-answer|${id}|${this.data.n}`, cancel: `cancellation|${grantId}`, return: `returned|${grantId}`,
      void: `slip-voiding|${grantId}`,
      dismiss: `dismissal|${id}`, takeBack: `dismissal|${id}`,
    }[doing]
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [event.currentTarget.dataset['field'] as 'code' | 'reason']: event.detail.value } as never)
  },
  async send() {
    const { doing, code, reason } = this.data
    const faults: Fault[] = []
    if (this.data.why && !code) faults.push({ field: 'code', message: missing[doing] ?? '' })
    const least = doing === 'handBack' || doing === 'exception' ? 4 : 2
    if (reason.trim().length < least) faults.push({ field: 'reason', message: doing === 'exception' ? reasonWords.shortException : reasonSays.short(least) })
    this.showFaults(faults)
    if (faults.length > 0 || this.data.busy) return
    this.setData({ busy: true, trouble: '' })
    const result = await this.act(reason.trim())
    this.setData({ busy: false, unsent: !result.ok && result.retryable })
    if (!result.ok) {
      this.setData({ trouble: result.problem.title, wayOut: wayOutOf(result.problem.code) })
      return this.showFaults(result.problem.fields)
    }
    void wx.showToast({ title: reasonWords.done })
    goBack()
  },
  act(reason: string): Promise<Result<unknown>> {
    const { doing, id, who, grantId, payout, fund, code } = this.data
    if (fund) return dismissProposal(fund, id, who, reason)
    if (doing === 'escalate') return escalateRequest(id, who, { code: code as EscalationCode, reason })
    if (doing === 'exception') return askException(id, who, { code: code as ExceptionCode, reason })
    if (doing === 'answer') return answerException(id, this.data.n, who, { consent: code === 'yes', reason })
    if (doing === 'handBack') return handBack(id, who, reason)
    if (doing === 'void') return voidSlip(grantId, payout, who, reason)
    return doing === 'cancel' ? cancelGrant(grantId, who, reason) : returnExplanation(grantId, who, reason)
  },
  showFaults(faults: Fault[]) {
    this.setData({ faults, at: messagesAt(faults) })
  },
  jump(event: WechatMiniprogram.CustomEvent<{ field: string }>) {
    jumpTo(event.detail.field)
  },
})
