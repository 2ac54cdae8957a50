import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const back = { reason: '照片看不清,请重拍' }

it('goes back with a reason, and is owed again', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { request, grant } = await crew.paid({ track: 'urgent' })
  const path = `/grants/${grant}/explanation/return`
  await refused(county, 'explanation_not_filed', () => crew.reviewer.post(path, back))
  await crew.caseworker.put(`/grants/${grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '情况说明' }] })
  await refused(county, 'same_person', () => crew.caseworker.post(path, back))
  const reply = await repeatable(county, (body, key) => crew.reviewer.post(path, body, key), back, { reason: '不完整' })
  expect(reply.body).toEqual({ grantId: grant, returnedAt: expect.any(String) })
  await journaled(county, 'explanations.sendBack', grant, 't01-caizheng')
  expect((await crew.caseworker.get(`/requests/${request}`)).body).toMatchObject({
    status: 'paid',
    grants: [{ explanation: { state: 'returned', returnReason: back.reason } }],
  })
  await refused(county, 'explanation_not_filed', () => crew.reviewer.post(path, back))
})

it('needs a checker of the township, a grant, and a filing that is not accepted', async () => {
  const county = await newCounty()
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const { grant } = await crew.paid()
  const path = `/grants/${grant}/explanation/return`
  await refused(county, 'post_required', () => crew.cashier.post(path, back))
  await refused(county, 'out_of_scope', () => there.reviewer.post(path, back))
  await refused(county, 'not_found', () => crew.reviewer.post('/grants/gra_0000000000000000/explanation/return', back))
  await crew.reviewer.post(`/grants/${grant}/explanation/acceptance`, {})
  await refused(county, 'explanation_accepted', () => crew.leader.post(path, back))
})

type Owed = { explanation: { dueOn: string | null; daysLeft: number | null } }
const words = { items: [{ kind: 'NARRATIVE', text: '情况说明' }] }

it('sent back, it is due anew: working days from that day; while it is checked no day runs', async () => {
  const county = await newCounty('2026-09-07T02:00:00.000Z')
  const crew = await crewOf(county)
  const { request, grant } = await crew.paid({ track: 'urgent' })
  const path = `/grants/${grant}/explanation`
  const at = async (clock: string) => {
    county.setClock(clock)
    await Promise.all([crew.caseworker, crew.reviewer].map((phone) => phone.signInAgain()))
  }
  const stands = async () => {
    const { grants } = (await crew.caseworker.get(`/requests/${request}`)).body as { grants: Owed[] }
    const { items } = (await crew.caseworker.get('/requests?queue=all')).body as { items: object[] }
    expect(items[0]).toMatchObject({ explanationDueOn: expect.stringMatching(/^2026/) })
    const { dueOn, daysLeft } = grants[0]!.explanation
    expect(items[0]).toMatchObject({ explanationDueOn: dueOn, daysLeft })
    return [dueOn, daysLeft]
  }
  expect(await stands()).toEqual(['2026-09-14', 5])
  await crew.caseworker.put(path, words)
  expect(await stands()).toEqual(['2026-09-14', null])
  // the checker is late, the filer is not: 30 September and five working days
  await at('2026-09-30T02:00:00.000Z')
  expect(await stands()).toEqual(['2026-09-14', null])
  expect((await crew.reviewer.get('/todo')).body.items).toEqual([
    expect.objectContaining({ kind: 'to_check', dueAt: null, late: false }),
  ])
  await crew.reviewer.post(`${path}/return`, back)
  expect(await stands()).toEqual(['2026-10-13', 5])
  await crew.caseworker.put(path, words)
  expect(await stands()).toEqual(['2026-10-13', null])
  await at('2026-10-14T02:00:00.000Z')
  await crew.reviewer.post(`${path}/return`, back)
  expect(await stands()).toEqual(['2026-10-21', 5])
})

it('sent back before the money has arrived, its days begin with the money', async () => {
  const county = await newCounty('2026-09-07T02:00:00.000Z')
  const crew = await crewOf(county)
  const { request, grant, payout } = await crew.granted()
  await crew.reviewer.post(`/grants/${grant}/explanation/return`, back)
  const explanation = async () =>
    ((await crew.caseworker.get(`/requests/${request}`)).body.grants as Owed[])[0]?.explanation
  const row = async () => ((await crew.caseworker.get('/requests?queue=all')).body.items as object[])[0]
  expect(await explanation()).toMatchObject({ state: 'returned', dueOn: null, daysLeft: null })
  expect(await row()).toMatchObject({ explanationDueOn: null, daysLeft: null })
  county.setClock('2026-09-14T02:00:00.000Z')
  await Promise.all([crew.caseworker, crew.cashier].map((phone) => phone.signInAgain()))
  await crew.cashier.post(`${payout}/sending`, {})
  await crew.cashier.post(`${payout}/payment`, { bankSerial: 'BK-0001' })
  // Sunday the 20th is worked
  expect(await explanation()).toMatchObject({ state: 'returned', dueOn: '2026-09-20', daysLeft: 5 })
  expect(await row()).toMatchObject({ explanationDueOn: '2026-09-20', daysLeft: 5 })
})

it('a due day in a year without a list is provisional, also when it comes anew', async () => {
  const county = await newCounty('2026-12-29T02:00:00.000Z')
  const crew = await crewOf(county)
  const { request, grant } = await crew.paid()
  county.setClock('2026-12-30T02:00:00.000Z')
  await crew.reviewer.signInAgain()
  await crew.reviewer.post(`/grants/${grant}/explanation/return`, back)
  expect((await crew.reviewer.get(`/requests/${request}`)).body).toMatchObject({
    grants: [{ explanation: { dueOn: '2027-01-06', dueProvisional: true } }],
  })
})

it('a year without a calendar says so', async () => {
  const county = await newCounty()
  const { grant } = await (await crewOf(county)).paid()
  county.setClock('2029-12-28T02:00:00.000Z')
  const reviewer = await county.phone('t01-caizheng')
  await refused(county, 'calendar_missing', () => reviewer.post(`/grants/${grant}/explanation/return`, back))
})
