import { useCallback } from 'preact/hooks'
import type { FundView } from '../../../worker/contract/fund.ts'
import { call } from '../api/call.ts'
import { useLoad } from '../api/read.ts'

/** A proposal with the fund it is about. */
export type Waiting = FundView['proposals'][number] & { code: string; townshipName: string; mayConfirm: boolean }

/** What waits for a second person, over all funds in scope: this person's turn first. */
export function useWaiting(codes: string[]): Waiting[] {
  const name = `waiting ${codes.join(' ')}`
  const load = useCallback(async () => {
    const funds = await Promise.all(codes.map((code) => call<FundView>('GET', `/funds/${code}`)))
    return funds.flatMap(waitingOf).sort((left, right) => Number(right.mayConfirm) - Number(left.mayConfirm))
  }, [name])
  return useLoad(name, load).answer ?? []
}

function waitingOf({ code, townshipName, proposals, actions }: FundView): Waiting[] {
  return proposals
    .map((proposal) => ({ ...proposal, code, townshipName, mayConfirm: !proposal.mine && actions.includes('confirm') }))
    .filter(({ mayConfirm, mine }) => mayConfirm || mine)
}
