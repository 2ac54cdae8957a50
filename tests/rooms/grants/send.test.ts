import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { acceptance, ask, decision, idOf, payee, pixel } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

it('the cashier has told the bank: the fen are in transit', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { grant, payout } = await crew.granted()
  const reply = await repeatable(
    county,
    (body, key) => crew.cashier.post(`${payout}/sending`, body, key),
    {},
  )
  expect(reply.body).toEqual({
    grantId: grant,
    payout: 1,
    step: 'sent',
    at: expect.any(String),
    dueOn: null,
    dueProvisional: false,
  })
  await journaled(county, 'grants.send', `${grant}.1`, 't01-chuna')
  expect(await county.rows('SELECT place, fen FROM balances WHERE key = ? ORDER BY place', `${grant}.1`)).toEqual([
    { place: 'bank.held', fen: 0 },
    { place: 'bank.sent', fen: 50_000 },
  ])
  await refused(county, 'place_overdrawn', () => crew.cashier.post(`${payout}/sending`, {}))
})

it("needs the cashier of the township, a payout that exists, and the bank's channel", async () => {
  const county = await newCounty()
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const { grant, payout } = await crew.granted()
  await refused(county, 'post_required', () => crew.deputy.post(`${payout}/sending`, {}))
  await refused(county, 'out_of_scope', () => there.cashier.post(`${payout}/sending`, {}))
  await refused(county, 'not_found', () => crew.cashier.post('/grants/gra_0000000000000000/payouts/1/sending', {}))
  for (const n of ['2', '0', '-1', '1.5', '1e0', 'abc', '99999999999999999999']) {
    await refused(county, 'not_found', () => crew.cashier.post(`/grants/${grant}/payouts/${n}/sending`, {}))
  }
  const cash = await crew.granted({ channel: 'cash' })
  await refused(county, 'move_unknown', () => crew.cashier.post(`${cash.payout}/sending`, {}))
})

it('neither who approved nor who gains sends it, whatever posts they hold', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { payout } = await crew.granted()
  await county.appoint('t01-fenguan', 'cashier', crew.township)
  await refused(county, 'cashier_is_reviewer', () => crew.deputy.post(`${payout}/sending`, {}))
  const own = idOf(await crew.cashier.post('/requests', ask({ phone: '13900000077' })))
  await crew.caseworker.post(
    `/requests/${own}/acceptance`,
    acceptance({ payee: { ...payee, relation: 'spouse', authority: 'letter' } }),
  )
  const grant = idOf(await crew.deputy.post(`/requests/${own}/grant`, decision()), 'grantId')
  await refused(county, 'beneficiary', () => crew.cashier.post(`/grants/${grant}/payouts/1/sending`, {}))
  expect((await crew.cashier.get(`/requests/${own}`)).body.actions).not.toContain('send')
})

it('who accepted the request sends no transfer and registers none; the cash he may hand over', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  await county.appoint('t01-jingban', 'cashier', crew.township)
  const { request, payout } = await crew.granted()
  await refused(county, 'cashier_is_reviewer', () => crew.caseworker.post(`${payout}/sending`, {}))
  expect((await crew.caseworker.get(`/requests/${request}`)).body.actions).not.toContain('send')
  await crew.cashier.post(`${payout}/sending`, {})
  await refused(county, 'cashier_is_reviewer', () =>
    crew.caseworker.post(`${payout}/payment`, { bankSerial: 'BK-0001' }),
  )
  expect((await crew.caseworker.get(`/requests/${request}`)).body.actions).not.toContain('pay')
  const cash = await crew.granted({ channel: 'cash' })
  const slipEvidenceId = idOf(await crew.caseworker.photo(pixel), 'evidenceId')
  expect((await crew.caseworker.post(`${cash.payout}/payment`, { slipEvidenceId })).status).toBe(201)
})

it('the money of a cancelled grant is neither sent, paid, handed over nor countersigned', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const [bank, cash] = [await crew.granted(), await crew.granted({ channel: 'cash' })]
  for (const { grant } of [bank, cash]) await crew.deputy.post(`/grants/${grant}/cancellation`, { reason: '金额写错' })
  const slipEvidenceId = idOf(await crew.cashier.photo(pixel), 'evidenceId')
  await refused(county, 'request_not_open', () => crew.cashier.post(`${bank.payout}/sending`, {}))
  await refused(county, 'request_not_open', () => crew.cashier.post(`${bank.payout}/payment`, { bankSerial: 'BK-0001' }))
  await refused(county, 'request_not_open', () => crew.cashier.post(`${cash.payout}/payment`, { slipEvidenceId }))
  await refused(county, 'slip_missing', () => crew.reviewer.post(`${cash.payout}/countersignature`, {}))
  await refused(county, 'explanation_not_due', () =>
    crew.reviewer.post(`/grants/${bank.grant}/explanation/acceptance`, {}),
  )
})
