import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { ask, idOf, pixel } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

async function asked() {
  const county = await newCounty()
  const [wang, crew] = await Promise.all([county.phone('wang-xiulan'), crewOf(county)])
  const request = idOf(await wang.post('/requests', ask()))
  return {
    county,
    wang,
    crew,
    request,
    path: `/requests/${request}/photos`,
    photo: async (who = wang) => idOf(await who.photo(pixel), 'evidenceId'),
  }
}

it('photos that were still on their way arrive later, once', async () => {
  const { county, wang, request, path, photo } = await asked()
  const [one, two] = [await photo(), await photo()]
  const reply = await repeatable(
    county,
    (body, key) => wang.post(path, body, key),
    { photoIds: [one] },
    { photoIds: [two] },
  )
  expect(reply.body).toEqual({ id: request, photoIds: [one] })
  await journaled(county, 'requests.addPhotos', request, 'wang-xiulan')
  await wang.post(path, { photoIds: [one, two] })
  expect((await wang.get(`/requests/${request}`)).body.photoIds).toEqual([one, two].sort())
})

it('her neighbour may not, an auditor only reads, the caseworker may', async () => {
  const { county, crew, path, photo } = await asked()
  const [li, auditor] = await Promise.all([county.phone('li-jianguo'), county.phone('county-shenji')])
  const [lis, auditors, caseworkers] = [await photo(li), await photo(auditor), await photo(crew.caseworker)]
  await refused(county, 'out_of_scope', () => li.post(path, { photoIds: [lis] }))
  await refused(county, 'out_of_scope', () => auditor.post(path, { photoIds: [auditors] }))
  expect((await crew.caseworker.post(path, { photoIds: [caseworkers] })).status).toBe(201)
})

it("an unknown request, somebody else's photo and a finished case are refused", async () => {
  const { county, wang, crew, path, photo, request } = await asked()
  const [mine, theirs] = [await photo(), await photo(crew.caseworker)]
  await refused(county, 'not_found', () => wang.post('/requests/req_0000000000000000/photos', { photoIds: [mine] }))
  await refused(county, 'evidence_unknown', () => wang.post(path, { photoIds: [theirs] }))
  await wang.post(`/requests/${request}/withdrawal`, {})
  await refused(county, 'request_not_open', () => wang.post(path, { photoIds: [mine] }))
})
