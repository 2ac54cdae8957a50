import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { acceptance, ask, decision, idOf, pixel } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

it('the second officer signs by own login: only now the cash is paid, on the day it was handed', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const { grant, payout } = await crew.handed()
  await refused(county, 'second_person_required', () => crew.cashier.post(`${payout}/countersignature`, {}))
  county.setClock('2026-09-29T02:00:00.000Z')
  await crew.caseworker.signInAgain()
  const reply = await repeatable(
    county,
    (body, key) => crew.caseworker.post(`${payout}/countersignature`, body, key),
    {},
  )
  expect(reply.body).toEqual({
    grantId: grant,
    payout: 1,
    step: 'paid',
    at: '2026-09-29T02:00:00.000Z',
    dueOn: '2026-10-10',
    dueProvisional: false,
  })
  await journaled(county, 'grants.countersign', `${grant}.1`, 't01-jingban')
  await crew.reviewer.signInAgain()
  await refused(county, 'place_overdrawn', () => crew.reviewer.post(`${payout}/countersignature`, {}))
})

it('needs an officer of the township, a payout that exists, and a slip', async () => {
  const county = await newCounty()
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const { payout } = await crew.handed()
  await refused(county, 'post_required', () => crew.leader.post(`${payout}/countersignature`, {}))
  await refused(county, 'out_of_scope', () => there.reviewer.post(`${payout}/countersignature`, {}))
  await refused(county, 'not_found', () =>
    crew.reviewer.post('/grants/gra_0000000000000000/payouts/1/countersignature', {}),
  )
  const waiting = await crew.granted({ channel: 'cash' })
  await refused(county, 'slip_missing', () => crew.reviewer.post(`${waiting.payout}/countersignature`, {}))
  const bank = await crew.sent()
  await refused(county, 'slip_missing', () => crew.reviewer.post(`${bank.payout}/countersignature`, {}))
})

it('neither who approved nor who gains is the second officer', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { payout } = await crew.handed()
  await county.appoint('t01-fenguan', 'finance_reviewer', crew.township)
  await refused(county, 'cashier_is_reviewer', () => crew.deputy.post(`${payout}/countersignature`, {}))
  const own = idOf(await crew.reviewer.post('/requests', ask({ phone: '13900000077' })))
  await crew.caseworker.post(`/requests/${own}/acceptance`, acceptance({ payee: undefined }))
  const grant = idOf(await crew.deputy.post(`/requests/${own}/grant`, decision({ channel: 'cash' })), 'grantId')
  const slip = idOf(await crew.cashier.photo(Uint8Array.from([...pixel, 1])), 'evidenceId')
  await crew.cashier.post(`/grants/${grant}/payouts/1/payment`, { slipEvidenceId: slip })
  await refused(county, 'beneficiary', () => crew.reviewer.post(`/grants/${grant}/payouts/1/countersignature`, {}))
})

it('a year without a calendar says so', async () => {
  const county = await newCounty()
  // as if nobody had imported the days of 2030 yet
  county.setClock('2029-12-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const { payout } = await crew.handed()
  await refused(county, 'calendar_missing', () => crew.caseworker.post(`${payout}/countersignature`, {}))
})
