import { expect } from 'vitest'
import type { Attacked, Bend, Cell } from './attack.ts'
import { actOf, attackedAt, attackedCounty, attackedFund, officer } from './attack.ts'
import type { Crew } from './crew.ts'
import { crewOf } from './crew.ts'
import type { Engine } from './engines.ts'
import type { Reply } from './phone.ts'
import { idOf } from './steps.ts'

/** What the machine did just then, in nobody's name. */
export const timerAct = { sql: `(SELECT id FROM journal WHERE action = 'by hand' AND post = 'timer')` }
export const claimed = { sql: "(SELECT claim_id FROM claim_confirmations WHERE n = 3)" }
export const waiting = { sql: '(SELECT id FROM claims WHERE id NOT IN (SELECT claim_id FROM claim_confirmations))' }
const itemOf = (claim: { sql: string }) => ({ sql: `(SELECT payout_id FROM claim_items WHERE claim_id = ${claim.sql})` })
export const claimedPayout = itemOf(claimed)
export const waitingPayout = itemOf(waiting)

/**
 * A county further on: one payout is claimed and waits for the county's money, one lies in a claim that nobody confirmed,
 * one is only approved; August is closed; the fund next door was frozen and is thawed. Then everybody acts.
 */
export async function widerCounty(engine: Engine): Promise<Attacked> {
  const attacked = await attackedCounty(engine)
  const { county } = attacked
  const crew = await crewOf(county)
  const { cashier, reviewer } = crew
  const [assistance, finance] = await Promise.all([county.phone('county-jiuzhu'), county.phone('county-caizheng')])
  const claims = `/funds/${attackedFund}/claims`
  const claim = idOf(done(await cashier.post(claims, { payoutIds: [await clearedPayout(crew)] })), 'claimId')
  for (const phone of [reviewer, assistance, finance]) done(await phone.post(`/claims/${claim}/confirmation`, {}))
  done(await cashier.post(claims, { payoutIds: [await clearedPayout(crew)] }))
  done(await reviewer.post(`/funds/${attackedFund}/closings`, { untilOn: '2026-08-31' }))
  await attacked.everybodyActs()
  await attacked.plain.run(`INSERT INTO journal (id, chain, seq, at, person_id, post, action, object, outcome, after_hash, request_id, prev, hash)
    SELECT 'jrn_timer', chain, seq + 1, '${attackedAt}', NULL, 'timer', 'by hand', '', 'done', '', 'rid_timer', hash, '${'e'.repeat(64)}'
    FROM journal WHERE chain = '990101001' ORDER BY seq DESC LIMIT 1`)
  await attacked.insert('freezes', { ...freeze, fund_code: 'F990101002' })
  await attacked.insert('thaws', { ...thaw, fund_code: 'F990101002' })
  return attacked
}

export const freeze: Bend = { fund_code: attackedFund, n: 1, frozen_at: attackedAt, finding: 'by hand', journal_id: timerAct }
export const thaw: Bend = { fund_code: attackedFund, n: 1, thawed_at: attackedAt, journal_id: timerAct }

/** A row that says who and when, in the name of its own act. */
export function deed(who: string, when: string, by: Cell, row: Bend): Bend {
  return { ...row, [who]: by, [when]: attackedAt, journal_id: actOf(by) }
}
export const confirmer = [officer('finance_reviewer'), officer('county_assistance'), officer('county_finance')] as const

async function clearedPayout({ paid, caseworker, reviewer }: Crew): Promise<string> {
  const { grant } = await paid()
  done(await caseworker.put(`/grants/${grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '情况属实' }] }))
  done(await reviewer.post(`/grants/${grant}/explanation/acceptance`, {}))
  return `${grant}.1`
}

function done(reply: Reply): Reply {
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply
}
