import { expect, it } from 'vitest'
import { newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'
import { acceptance, ask, decision, idOf } from '../support/steps.ts'

/** Published case small-fast (RULEBOOK N-02, scenario 1): no means check, no public notice; 828.00 is the cap. */
it('a day labourer with a broken arm gets 828 yuan the same morning; one fen more is offered as urgent', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [li, crew] = await Promise.all([county.phone('li-jianguo'), crewOf(county, 2)])
  const story = {
    townshipCode: '990101002',
    village: '杨家村',
    phone: '13900000002',
    name: '李建国',
    idNumber: '990101198501010010',
    askedFen: 82_800,
  }
  const asked = await li.post('/requests', ask(story))
  expect(asked.body).toMatchObject({ track: 'small', dueAt: '2026-10-01T02:00:00.000Z' })
  const request = idOf(asked)
  const payee = {
    kind: 'card',
    holder: '李建国',
    bank: '示范县农村信用社',
    account: '6217009901000000002',
    relation: 'self',
  } as const
  await crew.caseworker.post(`/requests/${request}/acceptance`, acceptance({ payee }))

  const tooMuch = await crew.deputy.post(`/requests/${request}/grant`, decision({ amountFen: 82_801 }))
  expect(tooMuch.problem).toMatchObject({
    status: 409,
    code: 'small_cap',
    rules: ['N-03'],
    offer: 'urgent',
    limitFen: 82_800,
  })
  const granted = await crew.deputy.post(`/requests/${request}/grant`, decision({ amountFen: 82_800 }))
  expect(granted.status).toBe(201)

  // its explanation is the record itself: nothing to file, one tap by somebody else
  const grant = idOf(granted, 'grantId')
  await crew.cashier.post(`/grants/${grant}/payouts/1/sending`, {})
  await crew.cashier.post(`/grants/${grant}/payouts/1/payment`, { bankSerial: 'BK-0928-8' })
  const filed = await crew.reviewer.get(`/requests/${request}`)
  expect(filed.body).toMatchObject({
    status: 'explained',
    actions: ['acceptExplanation', 'returnExplanation'],
    grants: [{ explanation: { prefilled: true, owed: ['NARRATIVE'] } }],
  })
  expect((await crew.reviewer.post(`/grants/${grant}/explanation/acceptance`, {})).status).toBe(201)
  expect((await li.get(`/requests/${request}`)).body).toMatchObject({ status: 'closed', actions: [] })
})
