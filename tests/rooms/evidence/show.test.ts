import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import type { Phone } from '../../support/phone.ts'
import { ask, idOf, pixel } from '../../support/steps.ts'

it('a photo is for who took it, whom it is about, and who handles the case; an auditor sees no faces', async () => {
  const county = await newCounty()
  const [wang, li, auditor, system, here, there] = await Promise.all([
    county.phone('wang-xiulan'),
    county.phone('li-jianguo'),
    county.phone('county-shenji'),
    county.phone('county-xitong'),
    crewOf(county),
    crewOf(county, 2),
  ])
  const photo = idOf(await wang.photo(pixel), 'evidenceId')
  const sees = async (phone: Phone) => (await phone.get(`/evidence/${photo}`)).status === 200
  expect([await sees(wang), await sees(here.caseworker)]).toEqual([true, false])
  await wang.post('/requests', ask({ photoIds: [photo] }))
  expect([await sees(here.caseworker), await sees(here.leader), await sees(auditor)]).toEqual([true, true, false])
  expect([await sees(li), await sees(there.caseworker), await sees(here.grid), await sees(system)]).toEqual([
    false,
    false,
    false,
    false,
  ])
  const bytes = await county.app.request(`/api/evidence/${photo}`, {
    headers: { authorization: `Bearer ${wang.token}` },
  })
  expect(new Uint8Array(await bytes.arrayBuffer())).toEqual(pixel)
  expect(bytes.headers.get('content-type')).toBe('image/png')
  expect(bytes.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await li.get(`/evidence/${photo}`)).problem.code).toBe('not_found')
  expect((await li.get('/evidence/..%2F..%2Fcounty.db')).problem.code).toBe('not_found')
})
