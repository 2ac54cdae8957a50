/** What may be done with a sum: which track, or whose turn it is and why. The numbers come from the server. */
import { actionLabels, trackLabels } from '../../../worker/contract/labels.ts'
import { formatFen, parseYuan } from '../../../worker/contract/money.ts'
import type { DecisionView, RequestView } from '../../../worker/contract/requests.ts'
import type { Channel, EscalationCode, Track } from '../../../worker/contract/terms.ts'
import { caseSays, caseWords } from '../../labels/official.ts'

export interface Verdict {
  /** The button: an approval, the county's turn, first an account, or nothing now. */
  go: 'grant' | 'escalate' | 'payee' | 'wait'
  track: Track
  amountFen: number
  button: string
  why: string
  escalation: EscalationCode
}

/** The county decides these; the rest of the blockers only wait for somebody (payee, acceptance, another person). */
const countyTurn: Record<string, EscalationCode> = {
  kin_needs_county: 'KIN', public_notice_needed: 'STANDARD', same_cause_this_year: 'FREQUENCY',
  household_year_limit: 'FREQUENCY',
  fund_insufficient: 'FUND_SHORT', fund_frozen: 'OTHER', county_turn: 'OVER_CEILING',
}

export function verdictOf(view: RequestView, decision: DecisionView, amount: string, channel: Channel): Verdict {
  const typed = parseYuan(amount)
  const amountFen = typed.ok ? typed.fen : 0
  const track: Track = amountFen <= decision.smallCapFen ? 'small' : 'urgent'
  const verdict: Verdict = {
    go: 'grant', track, amountFen, button: caseSays.grant(trackLabels[track], shortYuan(amountFen)), why: '',
    escalation: 'OTHER',
  }
  if (!typed.ok) return { ...verdict, go: 'wait', button: trackLabels[track], why: typed.reason }
  const blocker = decision.blockers.filter(({ code }) => code !== 'small_cap' && code !== 'cash_cap')[0]
  const turn = blocker && countyTurn[blocker.code]
  if (turn) return escalate(verdict, turn, caseSays.turn(blocker.title))
  if (amountFen > decision.urgentCeilingFen) {
    return escalate(verdict, 'OVER_CEILING', caseSays.overCeiling(formatFen(decision.urgentCeilingFen)))
  }
  if (channel === 'transfer' && amountFen > decision.availableFen) {
    return escalate(verdict, 'FUND_SHORT', caseSays.fundShort(formatFen(decision.availableFen)))
  }
  if (blocker) return { ...verdict, go: 'wait', why: blocker.title }
  if (channel === 'cash' && amountFen > decision.cashCapFen) {
    return { ...verdict, go: 'wait', why: caseSays.cashCap(formatFen(decision.cashCapFen)) }
  }
  if (channel === 'cash' && amountFen > decision.cashFen) {
    return { ...verdict, go: 'wait', why: caseSays.cashShort(formatFen(decision.cashFen)) }
  }
  if (channel === 'transfer' && !decision.hasPayee) {
    const may = view.actions.indexOf('setPayee') >= 0
    return { ...verdict, go: may ? 'payee' : 'wait', button: caseWords.payeeFill, why: caseWords.payeeFirst }
  }
  return view.actions.indexOf('grant') >= 0 ? verdict : { ...verdict, go: 'wait' }
}

/** 1,000 元 on a button, 1,000.50 where there are cents. */
export function shortYuan(fen: number): string {
  return formatFen(fen).replace(/\.00$/, '')
}

/** The sum to start from: what was asked, as far as the township may give it; else the small cap. */
export function firstAmount(view: RequestView, decision: DecisionView): string {
  const top = Math.min(decision.urgentCeilingFen, Math.max(decision.availableFen, decision.cashFen))
  const wanted = view.askedFen ?? decision.smallCapFen
  const fen = wanted <= top ? wanted : top - (top % 1000)
  return fen > 0 ? shortYuan(fen).replace(/,/g, '') : ''
}

/** Round sums within the ceiling, and the top of the small track. */
export function chipsOf(decision: DecisionView): { value: string; label: string }[] {
  const cap = decision.smallCapFen
  const sums = [50_000, 100_000, 200_000, cap].filter((fen) => fen > 0 && fen <= decision.urgentCeilingFen)
  return sums.filter((fen, index) => sums.indexOf(fen) === index).sort((one, other) => one - other)
    .map((fen) => ({ value: shortYuan(fen).replace(/,/g, ''), label: shortYuan(fen) }))
}

function escalate(verdict: Verdict, escalation: EscalationCode, why: string): Verdict {
  return { ...verdict, go: 'escalate', escalation, why, button: actionLabels.escalate }
}
