import { expect, it } from 'vitest'
import { crewOf, forSomebody } from '../../support/crew.ts'
import { newCounty } from '../../support/county.ts'
import { ask, idOf, pixel } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

it("Wang asks for herself: a number at once, a clock of 72 hours, the township's telephone", async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const wang = await county.phone('wang-xiulan')
  const reply = await repeatable(
    county,
    (body, key) => wang.post('/requests', body, key),
    ask(),
    ask({ askedFen: 60_000 }),
  )
  expect(reply.body).toEqual({
    id: expect.stringMatching(/^req_/),
    number: 'LSJZ2026-001-00001',
    track: 'small',
    submittedAt: '2026-09-28T02:00:00.000Z',
    dueAt: '2026-10-01T02:00:00.000Z',
    township: { name: '青山镇', phone: '0990-7800101' },
  })
  await journaled(county, 'requests.submit', idOf(reply), 'wang-xiulan')
})

it.each([
  ['an urgent sum', { askedFen: 82_801 }, 'urgent', '2026-09-29T02:00:00.000Z'],
  ['a sum above the ceiling', { askedFen: 300_001 }, 'standard', '2026-10-30T16:00:00.000Z'],
  [
    'a cause of lasting cost',
    { causeCode: 'MEDICAL' as const, askedFen: 1_000 },
    'standard',
    '2026-10-30T16:00:00.000Z',
  ],
  ['no sum at all', { askedFen: undefined }, 'small', '2026-10-01T02:00:00.000Z'],
])('%s proposes its track and its clock', async (_, change, track, dueAt) => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const { body } = await (await county.phone('wang-xiulan')).post('/requests', ask(change))
  expect(body).toMatchObject({ track, dueAt })
})

it('numbers run on within a township and start again in the next one', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const numbers = []
  for (const townshipCode of ['990101001', '990101001', '990101002'])
    numbers.push((await wang.post('/requests', ask({ townshipCode }))).body.number)
  expect(numbers).toEqual(['LSJZ2026-001-00001', 'LSJZ2026-001-00002', 'LSJZ2026-002-00001'])
})

it('a photo counts only for who uploaded it', async () => {
  const county = await newCounty()
  const [wang, li] = await Promise.all([county.phone('wang-xiulan'), county.phone('li-jianguo')])
  const photo = idOf(await wang.photo(pixel), 'evidenceId')
  await refused(county, 'evidence_unknown', () => li.post('/requests', ask({ photoIds: [photo] })))
  expect((await wang.post('/requests', ask({ photoIds: [photo] }))).status).toBe(201)
})

it('there must be a known township, a promise, and a way to reach somebody', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  await refused(county, 'township_unknown', () => wang.post('/requests', ask({ townshipCode: '990101099' })))
  const old = await refused(county, 'input', () => wang.post('/requests', { ...ask(), commitmentVersion: '2020-01' }))
  expect(old.problem.fields).toEqual([{ field: 'commitmentVersion', label: '承诺', message: '请阅读并勾选承诺' }])
  const lost = await refused(county, 'input', () =>
    wang.post('/requests', ask({ phone: undefined, village: undefined })),
  )
  expect(lost.problem.fields?.[0]).toMatchObject({ field: 'phone', label: '联系电话' })
  expect((await wang.post('/requests', ask({ phone: undefined }))).status).toBe(201)
})

it('only a coordinator of the place files as one; a neighbour may always help', async () => {
  const county = await newCounty()
  const [wang, there, here] = await Promise.all([county.phone('wang-xiulan'), crewOf(county, 2), crewOf(county, 1)])
  await refused(county, 'post_required', () => wang.post('/requests', forSomebody('990101001')))
  await refused(county, 'post_required', () => there.coordinator.post('/requests', forSomebody('990101001')))
  expect((await here.coordinator.post('/requests', forSomebody('990101001'))).status).toBe(201)
  expect((await wang.post('/requests', ask({ onBehalf: { relation: 'neighbour' } }))).status).toBe(201)
})

it('an officer who fills in a form keeps the name that stands under his decisions', async () => {
  const county = await newCounty()
  const deputy = await county.phone('t01-fenguan')
  const { person } = (await deputy.get('/session')).body as { person: { name: string } }
  expect((await deputy.post('/requests', ask({ name: '张三' }))).status).toBe(201)
  expect((await deputy.get('/session')).body).toMatchObject({ person })
})

it('who asks without filing for somebody asks for himself, whatever number and name he types', async () => {
  const county = await newCounty()
  const [li, wang, crew, auditor] = await Promise.all([
    county.phone('li-jianguo'),
    county.phone('wang-xiulan'),
    crewOf(county),
    county.phone('county-shenji'),
  ])
  const request = idOf(await li.post('/requests', ask({ name: '王秀兰', idNumber: '990101197001010036' })))
  expect((await li.get(`/requests/${request}`)).body).toMatchObject({ name: '李建国', claimedIdNumber: null })
  expect((await wang.get(`/requests/${request}`)).status).toBe(404)
  // the number is for the caseworker, who compares it with the paper
  const claimed = async (phone: typeof li) => (await phone.get(`/requests/${request}`)).body.claimedIdNumber
  expect(await claimed(crew.caseworker)).toBe('990101********0036')
  expect(await claimed(auditor)).toBeNull()
  const own = idOf(await wang.post('/requests', ask({ idNumber: '990101197001010036' })))
  expect((await crew.caseworker.get(`/requests/${own}`)).body).toMatchObject({
    idNumber: '990101********0036',
    claimedIdNumber: null,
  })
})

it('a form fills what was unknown of a person, and rewrites nothing', async () => {
  const county = await newCounty()
  const [crew, chen] = await Promise.all([crewOf(county), county.phone('t05-xieli')])
  const forOne = (change: object) =>
    forSomebody(crew.township, { name: undefined, idNumber: '99010120151103001X', ...change })
  const first = idOf(await crew.coordinator.post('/requests', forOne({})))
  const again = forOne({ name: '王小宝', phone: '13900000066', townshipCode: '990101005' })
  const second = idOf(await chen.post('/requests', again))
  const third = idOf(await chen.post('/requests', { ...again, phone: '13900000067' }))
  const seen = async (phone: typeof chen, request: string) => (await phone.get(`/requests/${request}`)).body
  expect(await seen(crew.caseworker, first)).toMatchObject({ name: '王小宝', phone: '*******0066' })
  // the newer number is the newer request's, not the person's
  expect(await seen(chen, third)).toMatchObject({ phone: '13900000067' })
  expect(await seen(chen, second)).toMatchObject({ phone: '13900000066' })
  const renamed = idOf(await chen.post('/requests', { ...again, name: '王大宝' }))
  expect(await seen(chen, renamed)).toMatchObject({ name: '王大宝' })
  expect(await seen(crew.caseworker, first)).toMatchObject({ name: '王小宝' })
})

it('the telephone of a request is whole for who gave it; an officer reveals it', async () => {
  const county = await newCounty()
  const [wang, li, crew, auditor] = await Promise.all([
    county.phone('wang-xiulan'),
    county.phone('li-jianguo'),
    crewOf(county),
    county.phone('county-shenji'),
  ])
  const forLi = ask({
    name: '李建国',
    idNumber: '990101198501010010',
    phone: '13900000055',
    onBehalf: { relation: 'neighbour' },
  })
  const request = idOf(await wang.post('/requests', forLi))
  const phoneFor = async (looker: typeof wang) => (await looker.get(`/requests/${request}`)).body.phone
  for (const near of [wang, li]) expect(await phoneFor(near), near.openid).toBe('13900000055')
  for (const other of [auditor, crew.caseworker]) expect(await phoneFor(other), other.openid).toBe('*******0055')
  // without one it is the person's own, which only he reads in full
  const silent = idOf(await wang.post('/requests', { ...forLi, phone: undefined }))
  const own = async (looker: typeof wang) => (await looker.get(`/requests/${silent}`)).body.phone
  expect([await own(li), await own(crew.caseworker), await own(wang)]).toEqual([
    '13900000002',
    '*******0002',
    '*******0002',
  ])
})

it('a stranger who types a known id number neither reads nor changes who it belongs to', async () => {
  const county = await newCounty()
  const [li, wang] = await Promise.all([county.phone('li-jianguo'), county.phone('wang-xiulan')])
  const reply = await li.post('/requests', ask({ idNumber: '990101197001010036', name: undefined, phone: undefined }))
  const seen = reply.status === 201 ? JSON.stringify((await li.get(`/requests/${idOf(reply)}`)).body) : ''
  expect(seen).not.toContain('王秀兰')
  expect(seen).not.toContain('13900000001')
  await li.post('/requests', ask({ idNumber: '990101197001010036', name: '张三', phone: '13900000009' }))
  expect((await wang.get('/session')).body).toMatchObject({ person: { name: '王秀兰' } })
})
