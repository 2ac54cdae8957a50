import { lies } from './model/entry.ts'
import { expected } from './model/index.ts'
import { isClaimed } from './model/claims.ts'
import type { State } from './model/state.ts'
import type { Who } from './people.ts'
import { everybody } from './people.ts'
import type { Act } from './step.ts'

/** Every fen of a payout has somewhere to go and somebody who may move it; names the first that has not. */
export function stuck(state: State): string | null {
  const open: State = { ...state, frozen: false }
  for (const payout of Object.keys(state.payouts))
    for (const place of ['bank.held', 'bank.sent', 'cash.held', 'awaiting', 'overdue', 'cleared', 'recoverable'] as const)
      if (lies(state, place, payout) > 0 && !waysOn(open, payout, place).some((act) => anybodyMay(open, act)))
        return `${lies(state, place, payout)} fen of ${payout} lie at ${place}, and nobody can move them on`
  return null
}

type Way = (who: Who) => Act

function anybodyMay(state: State, way: Way): boolean {
  return everybody.some((who) => who !== 'nobody' && expected(state, way(who)).reasons.length === 0)
}

function waysOn(state: State, payout: string, place: string): Way[] {
  const grant = state.payouts[payout]!.grant
  const fen = lies(state, place as 'cleared', payout)
  const decided = { name: 'P0', payout, fen: 1, number: 'JD-0' }
  const serial = 'BANK-0'
  switch (place) {
    case 'bank.held': return [
      (who) => ({ do: 'send', who, payout }), (who) => ({ do: 'cancelStage', who, payout }), (who) => ({ do: 'cancelGrant', who, grant })]
    case 'bank.sent': return [
      (who) => ({ do: 'pay', who, payout, serial, on: null }), (who) => ({ do: 'reject', who, name: 'P0', payout })]
    case 'cash.held': return [
      (who) => ({ do: 'hand', who, payout, photo: 0 }), (who) => ({ do: 'voidSlip', who, payout }), (who) => ({ do: 'countersign', who, payout }),
      (who) => ({ do: 'cancelStage', who, payout }), (who) => ({ do: 'cancelGrant', who, grant })]
    case 'awaiting': case 'overdue': return [
      (who) => ({ do: 'file', who, grant }), (who) => ({ do: 'acceptExplanation', who, grant })]
    case 'cleared': return isClaimed(state, payout) ? claimWays(state, payout) : [(who) => ({ do: 'claim', who, name: 'C0', payouts: [payout] })]
    default: return [(who) => ({ do: 'write_off', who, ...decided, fen })]
  }
}

/** A cleared payout in a claim: the claim goes on or ends, and nothing of the payout may stay outside it. */
function claimWays(state: State, payout: string): Way[] {
  const claims = Object.keys(state.claims).filter((name) => !state.claims[name]!.dismissed && payout in state.claims[name]!.items)
  return claims.flatMap((claim): Way[] => [(who) => ({ do: 'confirmClaim', who, claim }), (who) => ({ do: 'dismissClaim', who, claim })])
}
