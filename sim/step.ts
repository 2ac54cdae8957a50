import type { CauseCode, Channel, FundOrder, LedgerOrder, Track } from '../worker/contract/index.ts'
import type { Who } from './people.ts'

/** How the phone speaks: the answer is lost and it asks again, it taps twice, or it sleeps through its session's end. */
export type Manner = { lost?: true; twice?: true; stale?: true }
export type Fault = 'none' | 'busy' | 'limit' | 'wrong-code' | 'used-code' | 'html' | 'unreachable'
export type Looks = 'request' | 'fund' | 'requests' | 'entries' | 'claims' | 'funds' | 'todo'

/**
 * What comes of a step is called by the step's own name: `R12` the request of step 12, `G15.1` its grant's first payout.
 * An entry is called by what it is, `paid 2` the second payment: a shortened trace numbers the book anew.
 */
export type Act = Manner & { who: Who } & (
  | { do: 'submit'; name: string; self: boolean; cause: CauseCode; fen: number }
  | { do: 'accept'; request: string; household: string | null; kin: boolean; payee: boolean }
  | { do: 'refuse' | 'withdraw' | 'escalate' | 'setPayee'; request: string }
  | { do: 'grant'; name: string; request: string; track: Track; channel: Channel; fen: number; stages: number[] | null }
  | { do: 'cancelGrant'; grant: string }
  | { do: 'cancelStage' | 'send' | 'countersign' | 'voidSlip'; payout: string }
  | { do: 'pay'; payout: string; serial: string | null; on: string | null }
  | { do: 'hand'; payout: string; photo: number | null }
  | { do: 'file' | 'acceptExplanation' | 'sendBack'; grant: string }
  | { do: 'order'; name: string; event: Exclude<FundOrder, 'undo'>; fen: number; serial: string; on: string | null }
  | { do: 'reject'; name: string; payout: string }
  | { do: 'bounce'; name: string; payout: string; serial: string; on: string | null }
  | { do: 'disallow' | 'write_off' | 'reclaim'; name: string; payout: string; fen: number; number: string }
  | { do: 'recover' | 'late_return'; name: string; payout: string; fen: number; serial: string; on: string | null }
  | { do: 'claim'; name: string; payouts: string[] | null }
  | { do: 'confirmClaim' | 'dismissClaim'; claim: string }
  | { do: 'replenish'; name: string; claim: string; serial: string; on: string | null }
  | { do: 'settle'; name: string; claim: string; number: string }
  | { do: 'reopen'; name: string; claim: string }
  | { do: 'undo'; name: string; entry: string; seq?: number }
  | { do: 'confirm' | 'dismiss'; proposal: string }
  | { do: 'close'; until: string }
  | { do: 'look'; at: Looks; request: string | null }
  | { do: 'signIn'; fault: Fault }
)
export type Step =
  | Act
  | { do: 'wait'; minutes: number }
  | { do: 'lapse'; payout: string }
  | { do: 'round' }
  | { do: 'freeze' | 'thaw' }
  | { do: 'both'; first: Act; second: Act }

export type Kind = Step['do']
type Picked<One, What> = One extends { do: infer Does extends string }
  ? [Extract<Does, What>] extends [never] ? never : One : never
/** The step of a verb, or of some. */
export type Doing<What extends Act['do']> = Picked<Act, What>
export type PayoutOrderAct = Doing<'reject' | 'bounce' | 'disallow' | 'write_off' | 'reclaim' | 'recover' | 'late_return'>
export type ClaimOrderAct = Doing<'replenish' | 'settle' | 'reopen'>
export type Ordering = PayoutOrderAct | ClaimOrderAct
export type OrderName = LedgerOrder

/** One line for people: `cashier: pay {"payout":"G15.1","serial":"BANK-17"}`. */
export function inWords(step: Step): string {
  if (step.do === 'both') return `at once: ${inWords(step.first)} | ${inWords(step.second)}`
  const { do: verb, ...rest } = step
  const { who, ...more } = { who: undefined, ...rest }
  const words = Object.keys(more).length === 0 ? '' : ` ${JSON.stringify(more)}`
  return `${who ?? 'the timer'}: ${verb}${words}`
}
