import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import type { Crew } from '../../support/crew.ts'
import { crewOf, forSomebody } from '../../support/crew.ts'
import { acceptance, ask, idOf } from '../../support/steps.ts'
import { refused } from '../../support/traces.ts'

const known = { name: '赵大山', village: '河口村', phone: '13900000088' }
const cash = acceptance({ payee: undefined })
const newBecause = '同名不同户,查过户口本'

const asked = async (crew: Crew, change: object) =>
  idOf(await crew.coordinator.post('/requests', forSomebody(crew.township, change)))
const householdOf = async (crew: Crew, request: string) =>
  ((await crew.caseworker.get(`/requests/${request}`)).body.household as { id: string } | null)?.id

it.each([
  ['the same telephone', { name: '李小红', village: '石桥村', phone: known.phone }],
  ['the same name and village', { name: known.name, village: known.village, phone: '13900000089' }],
])('with %s a new household needs a reason, and keeps it', async (_, change) => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const first = await crew.accepted(known, cash)
  const path = `/requests/${await asked(crew, change)}/acceptance`
  for (const household of [undefined, {}, { members: [{ name: '赵小山', relation: '儿子' }] }]) {
    const { problem } = await refused(county, 'household_unclear', () => crew.caseworker.post(path, { ...cash, household }))
    expect(problem.fields).toEqual([
      expect.objectContaining({ field: 'household.newBecause', label: '为什么另立一户' }),
    ])
  }
  const reply = await crew.caseworker.post(path, { ...cash, household: { newBecause } })
  expect(reply.status).toBe(201)
  expect(reply.body.householdId).not.toBe(await householdOf(crew, first))
  expect(await county.rows('SELECT 1 AS told FROM acceptances WHERE apart_text_id IS NOT NULL')).toEqual([{ told: 1 }])
})

it("a household that is neither his nor a look-alike's needs the reason, too", async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const [alike, other] = [await crew.accepted(known, cash), await crew.accepted({}, cash)]
  const path = `/requests/${await asked(crew, known)}/acceptance`
  const into = async (request: string) => ({ householdId: String(await householdOf(crew, request)) })
  const elsewhere = { ...cash, household: await into(other) }
  await refused(county, 'household_unclear', () => crew.caseworker.post(path, elsewhere))
  expect((await crew.caseworker.post(path, { ...cash, household: await into(alike) })).status).toBe(201)
  const again = `/requests/${await asked(crew, known)}/acceptance`
  const told = { ...elsewhere, household: { ...elsewhere.household, newBecause: '查过户口本,是他家的女婿' } }
  expect((await crew.caseworker.post(again, told)).status).toBe(201)
})

it('an id number tells two people of one name apart, on the form or at acceptance', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  await crew.accepted(known, cash)
  const onForm = await crew.accepted({ ...known, idNumber: '99010120151103001X' }, cash)
  const onPaper = await crew.accepted(known, { ...cash, idNumber: '99010119600815007X' })
  expect(await householdOf(crew, onForm)).not.toBe(await householdOf(crew, onPaper))
})

it('who was told apart once is not asked again: his household is his', async () => {
  const county = await newCounty()
  const [zhang, crew] = await Promise.all([county.phone('zhang-dama'), crewOf(county)])
  await crew.accepted({ ...known, phone: '13900000003' }, cash)
  const request = async () => idOf(await zhang.post('/requests', ask({ phone: undefined })))
  const first = await request()
  await refused(county, 'household_unclear', () => crew.caseworker.post(`/requests/${first}/acceptance`, cash))
  await crew.caseworker.post(`/requests/${first}/acceptance`, { ...cash, household: { newBecause } })
  const second = await request()
  expect((await crew.caseworker.post(`/requests/${second}/acceptance`, cash)).status).toBe(201)
  expect(await householdOf(crew, second)).toBe(await householdOf(crew, first))
})

it('a number that is known brings its household, though somebody else looks alike', async () => {
  const county = await newCounty()
  const [wang, crew] = await Promise.all([county.phone('wang-xiulan'), crewOf(county)])
  const hers = idOf(await wang.post('/requests', ask({ phone: undefined })))
  const first = await crew.accepted(known, cash)
  await crew.caseworker.post(`/requests/${hers}/acceptance`, cash)
  const alike = { ...cash, idNumber: '990101197001010036' }
  const second = await crew.accepted(known, alike)
  expect(await householdOf(crew, second)).toBe(await householdOf(crew, hers))
  expect(await householdOf(crew, second)).not.toBe(await householdOf(crew, first))
})

it('a number that nobody with a household has yet makes a new one without a reason', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const first = await crew.accepted(known, cash)
  const second = await crew.accepted(known, { ...cash, idNumber: '990101197001010036' })
  expect(await householdOf(crew, second)).not.toBe(await householdOf(crew, first))
})

it("a person's own household and that of his number must be one", async () => {
  const county = await newCounty()
  const [zhang, wang, crew] = await Promise.all([
    county.phone('zhang-dama'),
    county.phone('wang-xiulan'),
    crewOf(county),
  ])
  for (const phone of [zhang, wang]) {
    const request = idOf(await phone.post('/requests', ask({ phone: undefined })))
    expect((await crew.caseworker.post(`/requests/${request}/acceptance`, cash)).status).toBe(201)
  }
  const again = idOf(await zhang.post('/requests', ask({ phone: undefined })))
  await refused(county, 'household_elsewhere', () =>
    crew.caseworker.post(`/requests/${again}/acceptance`, { ...cash, idNumber: '990101197001010036' }),
  )
})

it('who is named only at acceptance is found again by name and village', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const nameless = await asked(crew, { name: undefined, village: known.village })
  await crew.caseworker.post(`/requests/${nameless}/acceptance`, { ...cash, name: known.name })
  const again = await asked(crew, { name: known.name, village: known.village })
  expect((await crew.caseworker.get(`/requests/${again}`)).body.possibleHouseholds).toMatchObject([{ why: 'name' }])
  const elsewhere = await asked(crew, { name: known.name, village: '石桥村' })
  expect((await crew.caseworker.get(`/requests/${elsewhere}`)).body.possibleHouseholds).toEqual([])
})

it('a member of a household is found by name and village, too', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const village = '河口村'
  await crew.accepted({ village }, { ...cash, household: { members: [{ name: '王小宝', relation: '儿子' }] } })
  const own = await asked(crew, { name: '王小宝', village })
  await refused(county, 'household_unclear', () => crew.caseworker.post(`/requests/${own}/acceptance`, cash))
})

it('the caseworker, who saw the paper, corrects a name; an officer keeps his', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const request = await crew.accepted({ name: '王秀' }, { ...cash, name: '王秀兰' })
  expect((await crew.caseworker.get(`/requests/${request}`)).body.name).toBe('王秀兰')
  const { person } = (await crew.cashier.get('/session')).body as { person: { name: string } }
  const own = idOf(await crew.cashier.post('/requests', ask({ phone: '13900000077' })))
  await crew.caseworker.post(`/requests/${own}/acceptance`, { ...cash, name: '张三' })
  expect((await crew.cashier.get('/session')).body).toMatchObject({ person })
})

it('the 15 digits of an old paper bring the household of the 18, in full width, too', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const first = await crew.accepted(known, { ...cash, idNumber: '990101600815007' })
  const second = await crew.accepted({ ...known, phone: '13900000091' }, { ...cash, idNumber: '９９０１０１ 19600815 007ｘ' })
  expect(await householdOf(crew, second)).toBe(await householdOf(crew, first))
  expect(await county.rows('SELECT count(*) AS n FROM persons WHERE id_number_index IS NOT NULL AND openid_index IS NULL')).toEqual([{ n: 1 }])
})
