import type { Case, Crew } from './crew.ts'
import { done } from './crew.ts'
import { idOf } from './steps.ts'

let papers = 0
/** A serial or a decision's number that nobody has used yet. */
export const paper = (): string => `PZ-${String((papers += 1)).padStart(6, '0')}`

/** What happens to money after it was paid: explained, claimed and made good, or found wrong. */
export function afterwardsOf(crew: Crew) {
  const finance = () => crew.county.phone('county-caizheng')
  const assistance = () => crew.county.phone('county-jiuzhu')
  const cleared = async (): Promise<Case> => {
    const file = await crew.paid()
    await done(crew.reviewer.post(`/grants/${file.grant}/explanation/acceptance`, {}))
    return file
  }
  /** An order that needs a second person, and that person's confirmation. */
  const confirmed = async (ordered: Promise<{ status: number; body: Record<string, unknown> }>, by = crew.leader) => {
    const { proposalId } = (await done(ordered)).body
    await done(by.post(`/funds/${crew.fund}/proposals/${String(proposalId)}/confirmation`, {}))
  }
  const decided = (change: object = {}) => ({ amountFen: 50_000, decisionNumber: paper(), reason: '核实后不符合条件', ...change })
  const recoverable = async (file?: Case): Promise<Case> => {
    const wrong = file ?? (await crew.paid())
    await confirmed(crew.reviewer.post(`${wrong.payout}/disallowance`, decided()))
    return wrong
  }
  const claim = async (file?: Case): Promise<Case & { claim: string }> => {
    const whole = file ?? (await cleared())
    const made = await done(crew.cashier.post(`/funds/${crew.fund}/claims`, { payoutIds: [`${whole.grant}.1`] }))
    return { ...whole, claim: `/claims/${idOf(made, 'claimId')}` }
  }
  const claimed = async (file?: Case) => {
    const waiting = await claim(file)
    for (const who of [crew.reviewer, await assistance(), await finance()])
      await done(who.post(`${waiting.claim}/confirmation`, {}))
    return waiting
  }
  const replenished = async (file?: Case) => {
    const whole = await claimed(file)
    await done((await finance()).post(`${whole.claim}/replenishment`, { bankSerial: paper(), reason: '县财政补足' }))
    return whole
  }
  return { finance, assistance, cleared, confirmed, decided, recoverable, claim, claimed, replenished }
}
