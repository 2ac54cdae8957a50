import { expect, test } from 'vitest'
import { acceptance, ask, decision, idOf, pixel } from '../support/steps.ts'
import { phone, roundTrips, worker } from './support/worker.ts'

test('a request walks from the phone to a grant, its photo through R2 and back', async () => {
  const applicant = await phone('wang-xiulan')
  const photo = await applicant.photo(pixel)
  expect(photo.status).toBe(201)
  const photoId = idOf(photo, 'evidenceId')
  const id = idOf(await applicant.post('/requests', ask({ photoIds: [photoId] })))
  const caseworker = await phone('t01-jingban')
  expect((await caseworker.post(`/requests/${id}/acceptance`, acceptance())).status).toBe(201)
  const leader = await phone('t01-fenguan')
  await roundTrips()
  const granted = await leader.post(`/requests/${id}/grant`, decision())
  expect([granted.status, granted.body.amountFen]).toEqual([201, 50_000])
  expect(await roundTrips()).toBe(2)
  const headers = { authorization: `Bearer ${leader.token}` }
  const seen = await worker(new Request(`http://county.test/api/evidence/${photoId}`, { headers }))
  expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect([...new Uint8Array(await seen.arrayBuffer())]).toEqual([...pixel])
})
