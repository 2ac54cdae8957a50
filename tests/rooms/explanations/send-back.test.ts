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
