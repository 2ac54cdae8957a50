import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf, forSomebody } from '../../support/crew.ts'
import { acceptance, ask, idOf, payee } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const wangsNumber = '990101197001010036'

it('the caseworker accepts: a household, the kin answer and the payee are on file', async () => {
  const county = await newCounty()
  const [wang, crew] = await Promise.all([county.phone('wang-xiulan'), crewOf(county)])
  const request = idOf(await wang.post('/requests', ask()))
  const reply = await repeatable(
    county,
    (body, key) => crew.caseworker.post(`/requests/${request}/acceptance`, body, key),
    acceptance(),
    acceptance({ name: '王秀' }),
  )
  expect(reply.body).toEqual({
    id: request,
    acceptedAt: expect.any(String),
    householdId: expect.stringMatching(/^hou_/),
  })
  await journaled(county, 'requests.accept', request, 't01-jingban')
  const seen = await crew.caseworker.get(`/requests/${request}`)
  expect(seen.body).toMatchObject({
    status: 'accepted',
    household: { size: 1 },
    kin: null,
    payee: { holder: '王秀兰', accountTail: '0001' },
  })
})

it('a household and the kin answer in words are kept', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const request = await crew.accepted(
    {},
    {
      kin: { name: '刘海燕', relation: '表妹', post: '民政经办' },
      household: {
        members: [
          { name: '王小宝', relation: '儿子', idNumber: '99010120151103001X' },
          { name: '王大爷', relation: '父亲' },
        ],
      },
    },
  )
  const { body } = await crew.caseworker.get(`/requests/${request}`)
  expect(body).toMatchObject({ household: { size: 3 }, kin: { name: '刘海燕', relation: '表妹', post: '民政经办' } })
})

it('is refused without the post, in another township, for an unknown request, and twice', async () => {
  const county = await newCounty()
  const [here, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const request = idOf(await here.coordinator.post('/requests', forSomebody('990101001')))
  const path = `/requests/${request}/acceptance`
  await refused(county, 'post_required', () => here.deputy.post(path, acceptance()))
  await refused(county, 'out_of_scope', () => there.caseworker.post(path, acceptance()))
  await refused(county, 'not_found', () =>
    here.caseworker.post('/requests/req_0000000000000000/acceptance', acceptance()),
  )
  expect((await here.caseworker.post(path, acceptance())).status).toBe(201)
  await refused(county, 'already_accepted', () => here.caseworker.post(path, acceptance()))
})

it('is refused once the request has an outcome', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const request = idOf(await crew.coordinator.post('/requests', forSomebody('990101001')))
  await crew.coordinator.post(`/requests/${request}/withdrawal`, {})
  await refused(county, 'request_not_open', () => crew.caseworker.post(`/requests/${request}/acceptance`, acceptance()))
})

it('a caseworker cannot accept her own request', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const own = idOf(await crew.caseworker.post('/requests', ask({ phone: '13900000077' })))
  await refused(county, 'beneficiary', () =>
    crew.caseworker.post(`/requests/${own}/acceptance`, acceptance({ payee: undefined })),
  )
})

it('a look-alike must be looked at: same telephone, or same name and village', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const known = { name: '赵大山', village: '河口村', phone: '13900000088' }
  const first = await crew.accepted(known, { payee: undefined })
  const householdId = String(((await crew.caseworker.get(`/requests/${first}`)).body.household as { id: string }).id)
  const again = idOf(
    await crew.coordinator.post('/requests', forSomebody('990101001', { ...known, causeCode: 'FIRE' })),
  )
  const path = `/requests/${again}/acceptance`
  expect((await crew.caseworker.get(`/requests/${again}`)).body.possibleHouseholds).toMatchObject([
    { id: householdId, size: 1, head: '赵*', why: 'phone' },
  ])
  await refused(county, 'household_unclear', () => crew.caseworker.post(path, acceptance({ payee: undefined })))
  const chosen = await crew.caseworker.post(path, acceptance({ payee: undefined, household: { householdId } }))
  expect(chosen.body).toMatchObject({ householdId })
})

it('who belongs to one household is not taken into another', async () => {
  const county = await newCounty()
  const [wang, crew] = await Promise.all([county.phone('wang-xiulan'), crewOf(county)])
  await crew.caseworker.post(`/requests/${idOf(await wang.post('/requests', ask()))}/acceptance`, acceptance())
  const other = await crew.accepted()
  const householdId = String(((await crew.caseworker.get(`/requests/${other}`)).body.household as { id: string }).id)
  const again = idOf(await wang.post('/requests', ask()))
  await refused(county, 'household_elsewhere', () =>
    crew.caseworker.post(`/requests/${again}/acceptance`, acceptance({ household: { householdId } })),
  )
})

it('a household that does not exist is a wrong field, not a fault', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const request = idOf(await crew.coordinator.post('/requests', forSomebody('990101001')))
  const wrong = acceptance({ household: { householdId: 'hou_0000000000000000' } })
  const reply = await refused(county, 'input', () => crew.caseworker.post(`/requests/${request}/acceptance`, wrong))
  expect(reply.problem.fields?.[0]).toMatchObject({ field: 'household.householdId', label: '已有家庭' })
})

it('an id number that belongs to somebody known brings his household, and never fails', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const byNumber = (idNumber: string) => acceptance({ payee: undefined, name: '王秀兰', idNumber })
  const households = []
  for (const causeCode of ['FIRE', 'INJURY'] as const) {
    const request = idOf(await crew.coordinator.post('/requests', forSomebody('990101001', { causeCode })))
    const reply = await crew.caseworker.post(`/requests/${request}/acceptance`, byNumber(wangsNumber))
    expect(reply.status, JSON.stringify(reply.body)).toBe(201)
    households.push(reply.body.householdId)
  }
  expect(new Set(households).size).toBe(1)
})

it('one id number stands for one person: a known member is linked, a number twice is a wrong field', async () => {
  const county = await newCounty()
  const [wang, crew] = await Promise.all([county.phone('wang-xiulan'), crewOf(county)])
  const request = idOf(await crew.coordinator.post('/requests', forSomebody('990101001')))
  const path = `/requests/${request}/acceptance`
  const wangTwice = [1, 2].map(() => ({ name: '王秀兰', relation: '妻子', idNumber: wangsNumber }))
  const twice = await refused(county, 'input', () =>
    crew.caseworker.post(path, acceptance({ household: { members: wangTwice } })),
  )
  expect(twice.problem.fields?.[0]).toMatchObject({ field: 'household.members.1.idNumber', label: '身份证号' })
  const same = acceptance({
    idNumber: '990101199202290029',
    household: { members: [{ name: '巴图', relation: '儿子', idNumber: '990101199202290029' }] },
  })
  await refused(county, 'input', () => crew.caseworker.post(path, same))
  const reply = await crew.caseworker.post(path, acceptance({ household: { members: wangTwice.slice(0, 1) } }))
  expect(reply.status).toBe(201)
  const hers = idOf(await wang.post('/requests', ask({ phone: undefined })))
  const joined = await crew.caseworker.post(`/requests/${hers}/acceptance`, acceptance())
  expect(joined.body).toMatchObject({ householdId: reply.body.householdId })
})

it("another person's account needs a basis; one's own must bear one's own name", async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const request = idOf(await crew.coordinator.post('/requests', forSomebody('990101001', { name: '赵大山' })))
  const path = `/requests/${request}/acceptance`
  const lent = await refused(county, 'payee_authority', () =>
    crew.caseworker.post(path, acceptance({ payee: { ...payee, relation: 'child' } })),
  )
  expect(lent.problem.fields?.[0]).toMatchObject({ field: 'payee.authority', label: '代领依据' })
  const wrong = await refused(county, 'input', () => crew.caseworker.post(path, acceptance()))
  expect(wrong.problem.fields?.[0]).toMatchObject({ field: 'payee.holder', label: '户名' })
  expect(
    (await crew.caseworker.post(path, acceptance({ payee: { ...payee, relation: 'child', authority: 'letter' } })))
      .status,
  ).toBe(201)
})

it('an id number must be right', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const request = idOf(await crew.coordinator.post('/requests', forSomebody('990101001')))
  const reply = await refused(county, 'input', () =>
    crew.caseworker.post(`/requests/${request}/acceptance`, acceptance({ idNumber: '990101197001010037' })),
  )
  expect(reply.problem.fields).toEqual([
    { field: 'idNumber', label: '身份证号', message: '身份证号最后一位对不上,请再看一遍' },
  ])
})
