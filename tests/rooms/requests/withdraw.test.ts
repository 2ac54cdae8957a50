import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { ask, idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

it('Wang takes her request back, once', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const request = idOf(await wang.post('/requests', ask()))
  const reply = await repeatable(
    county,
    (body, key) => wang.post(`/requests/${request}/withdrawal`, body, key),
    { reason: '家人已经寄钱来' },
    {},
  )
  expect(reply.body).toEqual({ id: request, withdrawnAt: expect.any(String) })
  await journaled(county, 'requests.withdraw', request, 'wang-xiulan')
  expect((await wang.get(`/requests/${request}`)).body).toMatchObject({ status: 'withdrawn', actions: [] })
  await refused(county, 'request_not_open', () => wang.post(`/requests/${request}/withdrawal`, {}))
})

it('nobody else does it for her, and what is granted is not taken back', async () => {
  const county = await newCounty()
  const [wang, crew] = await Promise.all([county.phone('wang-xiulan'), crewOf(county)])
  const request = idOf(await wang.post('/requests', ask()))
  await refused(county, 'out_of_scope', () => crew.caseworker.post(`/requests/${request}/withdrawal`, {}))
  await refused(county, 'not_found', () => wang.post('/requests/req_0000000000000000/withdrawal', {}))
  const granted = await crew.granted()
  await refused(county, 'already_granted', () => crew.coordinator.post(`/requests/${granted.request}/withdrawal`, {}))
})
