import { expect, it } from 'vitest'
import { newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'
import { ask, idOf, pixel } from '../support/steps.ts'

/** A photo never holds up submitting (DESIGN 7): on a slow line the words go first. */
it('the words arrive in a valley without signal, the photos an hour later, and the caseworker sees both', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [wang, crew] = await Promise.all([county.phone('wang-xiulan'), crewOf(county)])
  const request = idOf(await wang.post('/requests', ask()))
  expect((await crew.caseworker.get('/requests?queue=accept')).body.items).toMatchObject([
    { id: request, photoCount: 0 },
  ])

  county.setClock('2026-09-28T03:00:00.000Z')
  const photoIds: string[] = []
  for (let n = 0; n < 2; n += 1) photoIds.push(idOf(await wang.photo(pixel, `late-photo-${n}`), 'evidenceId'))
  // the line broke before the answer came: the phone sends the same photo with the same key
  expect(idOf(await wang.photo(pixel, 'late-photo-1'), 'evidenceId')).toBe(photoIds[1])
  const added = () => wang.post(`/requests/${request}/photos`, { photoIds }, 'late-photos-0001')
  expect((await added()).body).toEqual((await added()).body)
  expect((await crew.caseworker.get('/requests?queue=accept')).body.items).toMatchObject([
    { id: request, photoCount: 2 },
  ])
  for (const photo of photoIds) expect((await crew.caseworker.get(`/evidence/${photo}`)).status).toBe(200)
})
