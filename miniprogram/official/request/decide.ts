/** What may be done with a sum: which track, or whose turn it is and why. The numbers come from the server. */
import type { Formula } from '../../../worker/contract/formula.ts'
import { judge } from '../../../worker/contract/judge.ts'
import { actionLabels, trackLabels } from '../../../worker/contract/labels.ts'
import { formatFen, parseYuan } from '../../../worker/contract/money.ts'
import type { ProblemCode } from '../../../worker/contract/problems.ts'
import type { DecisionView, RequestView } from '../../../worker/contract/requests.ts'
import type { Channel, EscalationCode, Track } from '../../../worker/contract/terms.ts'
import { caseSays, caseWords } from '../../labels/official.ts'

export interface Verdict {
  /** The button: an approval, the county's turn, first an account or a step of 一般程序, or nothing now. */
  go: 'grant' | 'escalate' | 'payee' | 'standard' | 'wait'
  track: Track
  amountFen: number
  button: string
  why: string
  escalation: EscalationCode
}

/** With which reason the county is asked; the rest of what stands against it only waits for somebody. */
const escalationOf: Partial<Record<ProblemCode, EscalationCode>> = {
  kin_needs_county: 'KIN', same_cause_this_year: 'FREQUENCY',
  household_year_limit: 'FREQUENCY', fund_insufficient: 'FUND_SHORT', county_turn: 'OVER_CEILING',
}

/** What waits for a step of 一般程序. */
const onTheWay: readonly ProblemCode[] = ['public_notice_needed', 'notice_running', 'objection_open']

/** The same judge as the server's and the schema's says it before the tap, at every digit of the sum. */
export function verdictOf(view: RequestView, decision: DecisionView, amount: string, channel: Channel, worked: { formula?: Formula; fault: string } = { fault: '' }): Verdict {
  const typed = parseYuan(amount)
  const amountFen = typed.ok ? typed.fen : 0
  const { notice, lastingCost } = decision.facts
  const sudden: Track = amountFen <= decision.smallCapFen ? 'small' : 'urgent'
  const track: Track = view.track === 'standard' && (notice || lastingCost) ? 'standard' : sudden
  const verdict: Verdict = {
    go: 'grant', track, amountFen, button: caseSays.grant(trackLabels[track], shortYuan(amountFen)), why: '',
    escalation: 'OTHER',
  }
  if (!typed.ok) return { ...verdict, go: 'wait', button: trackLabels[track], why: typed.reason }
  if (worked.fault) return { ...verdict, go: 'wait', why: worked.fault }
  const judged = judge(decision.facts, decision.limits, { track, fen: amountFen, channel, ...worked })
  if (judged.outcome === 'allow') return view.actions.indexOf('grant') >= 0 ? verdict : { ...verdict, go: 'wait' }
  const why = judged.sentence
  if (judged.outcome === 'county') {
    return { ...verdict, go: 'escalate', escalation: escalationOf[judged.code] ?? 'OTHER', why, button: actionLabels.escalate }
  }
  if (onTheWay.indexOf(judged.code) >= 0) return { ...verdict, go: 'standard', button: caseWords.standard, why }
  if (judged.code === 'payee_needed') {
    const may = view.actions.indexOf('setPayee') >= 0
    return { ...verdict, go: may ? 'payee' : 'wait', button: caseWords.payeeFill, why: caseWords.payeeFirst }
  }
  return { ...verdict, go: 'wait', why }
}

/** 1,000 元 on a button, 1,000.50 where there are cents. */
export function shortYuan(fen: number): string {
  return formatFen(fen).replace(/\.00$/, '')
}

/** The sum to start from: what was asked, as far as the township may give it; else the small cap. */
export function firstAmount(view: RequestView, decision: DecisionView): string {
  const most = decision.facts.notice?.fen ?? decision.urgentCeilingFen
  const top = Math.min(most, decision.urgentCeilingFen, Math.max(decision.availableFen, decision.cashFen))
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
