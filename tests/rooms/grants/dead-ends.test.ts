import { expect, it } from 'vitest'
import { afterwardsOf, paper } from '../../support/afterwards.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { expectSound, placesOf } from '../../support/ledger.ts'
import { decision } from '../../support/steps.ts'
import { refused } from '../../support/traces.ts'

const start = async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  return { county, crew, life: afterwardsOf(crew), before: await placesOf(county) }
}
const serialOnly = () => ({ bankSerial: paper() })
const serial = () => ({ bankSerial: paper(), reason: '银行回单' })

it('退票 is of the whole payout: a rest would lie held, and could neither be sent nor be cancelled', async () => {
  const { county, crew, life, before } = await start()
  const { payout } = await crew.paid()
  await life.confirmed(crew.reviewer.post(`${payout}/disallowance`, life.decided({ amountFen: 30_000 })))
  await refused(county, 'bounce_of_part', () => crew.cashier.post(`${payout}/return`, serial()))
  // what the bank gave back of it is recovered instead, and all of it is free again
  await life.confirmed(crew.reviewer.post(`${payout}/disallowance`, life.decided({ amountFen: 20_000 })))
  expect((await crew.cashier.post(`${payout}/recovery`, { ...serial(), amountFen: 50_000 })).status).toBe(201)
  expect(await placesOf(county)).toEqual(before)
  expectSound(county)
})

it('who approved has left his post: what came back is released by a leader who is there', async () => {
  const { county, crew, before } = await start()
  const bounced = await crew.paid()
  await crew.cashier.post(`${bounced.payout}/return`, serial())
  const stages = { track: 'urgent' as const, amountFen: 60_000, payouts: [{ amountFen: 30_000 }, { amountFen: 30_000 }] }
  const staged = await crew.granted(stages)
  const whole = `/grants/${bounced.grant}/cancellation`
  const stage = `/grants/${staged.grant}/payouts/2/cancellation`
  const reason = { reason: '账户已销,联系不上' }
  for (const path of [whole, stage]) await refused(county, 'not_your_decision', () => crew.leader.post(path, reason))
  county.setClock('2026-09-28T02:01:00.000Z')
  await county.dismiss('t01-fenguan')
  expect((await crew.leader.get(`/requests/${bounced.request}`)).body.actions).toContain('cancelGrant')
  for (const path of [whole, stage]) expect((await crew.leader.post(path, reason)).status).toBe(201)
  expect(await placesOf(county)).toMatchObject({ 'bank.available': before['bank.available']! - 30_000, 'bank.held': 30_000 })
  expectSound(county)
})

it('a household whose money all came back is as if it had not been aided (N-32)', async () => {
  const { county, crew, life } = await start()
  const same = { village: '河口村九十组' }
  const late = await crew.paid({}, same)
  await crew.reviewer.post(`/grants/${late.grant}/explanation/acceptance`, {})
  await life.replenished(late)
  await life.confirmed(crew.cashier.post(`${late.payout}/late-return`, { ...serial(), amountFen: 50_000 }), crew.reviewer)
  const household = String((await county.rows('SELECT household_id FROM grants WHERE id = ?', late.grant))[0]?.household_id)
  const request = await crew.accepted(same, { household: { householdId: household } })
  expect((await crew.deputy.get(`/requests/${request}`)).body).toMatchObject({ decision: { grantsThisYear: 0 } })
  expect((await crew.deputy.post(`/requests/${request}/grant`, decision())).status).toBe(201)
  expectSound(county)
})

it('what was claimed in part is claimed again when the rest is found right after all', async () => {
  const { county, crew, life } = await start()
  const file = await crew.paid()
  const disallow = life.decided({ amountFen: 30_000 })
  await life.confirmed(crew.reviewer.post(`${file.payout}/disallowance`, disallow))
  await crew.reviewer.post(`/grants/${file.grant}/explanation/acceptance`, {})
  await life.replenished(file)
  const entrySeq = Number((await county.rows("SELECT max(seq) AS seq FROM entries WHERE event = 'disallow'"))[0]?.seq)
  await life.confirmed(crew.reviewer.post(`/funds/${crew.fund}/undos`, { entrySeq, reason: '复查属实' }))
  await crew.caseworker.put(`/grants/${file.grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '补交发票' }] })
  expect((await crew.reviewer.post(`/grants/${file.grant}/explanation/acceptance`, {})).status).toBe(201)
  expect(await placesOf(county)).toMatchObject({ cleared: 30_000 })
  await life.replenished(file)
  expect(await placesOf(county)).not.toHaveProperty('cleared')
  expectSound(county)
})

it('a month does not close over cash that was handed out and not yet signed for (A-11)', async () => {
  const { county, crew } = await start()
  const { payout } = await crew.handed()
  county.setClock('2026-10-08T02:00:00.000Z')
  await Promise.all([crew.reviewer.signInAgain(), crew.cashier.signInAgain()])
  const close = () => crew.reviewer.post(`/funds/${crew.fund}/closings`, { untilOn: '2026-09-30' })
  await refused(county, 'slip_waiting', close)
  expect((await crew.reviewer.post(`${payout}/countersignature`, {})).status).toBe(201)
  expect((await close()).status).toBe(201)
  expectSound(county)
})

it('a second stage is sent and paid while the first is being explained (N-21)', async () => {
  const { county, crew } = await start()
  const stages = { track: 'urgent' as const, amountFen: 60_000, payouts: [{ amountFen: 30_000 }, { amountFen: 30_000 }] }
  const { payout, request, grant } = await crew.paid(stages)
  const next = async () => (await crew.cashier.get(`/requests/${request}`)).body
  const toPay = async () => ((await crew.cashier.get('/requests?queue=pay')).body.items as { id: string }[]).map(({ id }) => id)
  expect(await next()).toMatchObject({ status: 'paid', actions: expect.arrayContaining(['send']) })
  expect(await toPay()).toContain(request)
  expect((await crew.cashier.post(`/grants/${grant}/payouts/2/sending`, {})).status).toBe(201)
  expect(await next()).toMatchObject({ status: 'paid', actions: expect.arrayContaining(['pay']) })
  expect((await crew.cashier.post(`/grants/${grant}/payouts/2/payment`, serialOnly())).status).toBe(201)
  expect((await next()).actions).not.toContain('pay')
  expect(await toPay()).not.toContain(request)
  expect((await crew.cashier.post(`${payout}/return`, serial())).status).toBe(201)
  expect(await next()).toMatchObject({ status: 'paid', actions: expect.arrayContaining(['send']) })
  expectSound(county)
})

it('who claims does not claim what his own family was paid, and is told so before anybody confirms', async () => {
  const { county, crew, life } = await start()
  const { grant } = await life.cleared()
  const sql = `SELECT a.household_id, p.person_id, a.accepted_by, a.accepted_at, a.journal_id FROM grants g JOIN acceptances a USING (request_id), posts p
    WHERE g.id = '${grant}' AND p.kind = 'cashier' AND p.township_code = '${crew.township}'`
  await county.services.db.write([], () => ({
    answer: undefined,
    statements: [{ sql: `INSERT INTO household_changes (household_id, person_id, n, relation, changed_by, changed_at, journal_id)
      SELECT household_id, person_id, 1, 'spouse', accepted_by, accepted_at, journal_id FROM (${sql})`, args: [] }],
  }))
  const claim = { payoutIds: [`${grant}.1`] }
  await refused(county, 'beneficiary', () => crew.cashier.post(`/funds/${crew.fund}/claims`, claim))
  expect((await crew.caseworker.post(`/funds/${crew.fund}/claims`, claim)).status).toBe(201)
})

it('who ordered, claimed or handed out has left: the second person is told so, and it is done anew by who is there', async () => {
  const { county, crew, life } = await start()
  const order = await crew.proposed()
  const slip = await crew.handed()
  const file = await life.cleared()
  const { claim } = await life.claim(file)
  const [finance, assistance] = [await life.finance(), await life.assistance()]
  for (const who of [crew.reviewer, assistance]) await who.post(`${claim}/confirmation`, {})
  county.setClock('2026-09-28T02:01:00.000Z')
  await county.dismiss('t01-chuna')
  await refused(county, 'maker_left', () => crew.reviewer.post(`${order}/confirmation`, {}))
  await refused(county, 'maker_left', () => crew.caseworker.post(`${slip.payout}/countersignature`, {}))
  await refused(county, 'maker_left', () => finance.post(`${claim}/confirmation`, {}))
  expect((await crew.reviewer.post(`${order}/dismissal`, { reason: '出纳已调走' })).status).toBe(201)
  expect((await crew.leader.post(`${slip.payout}/slip-voiding`, { reason: '出纳已调走' })).status).toBe(201)
  expect((await finance.post(`${claim}/dismissal`, { reason: '出纳已调走' })).status).toBe(201)
  expect((await crew.caseworker.post(`/funds/${crew.fund}/claims`, { payoutIds: [`${file.grant}.1`] })).status).toBe(201)
  expectSound(county)
})
