import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { ask, idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable, rowCounts } from '../../support/traces.ts'

const why = { field: 'phone', reason: '打电话核实' }
const known = { name: '王秀兰', phone: '13900000021', idNumber: '990101197001010036' }
type Crew = Awaited<ReturnType<typeof crewOf>>
const personOf = async (crew: Crew, request: string) => String((await crew.caseworker.get(`/requests/${request}`)).body.personId)

it('shows one field for sixty seconds to an officer of the case, and keeps who, what and why', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const request = await crew.accepted(known)
  const person = await personOf(crew, request)
  const path = `/persons/${person}/reveals`
  const reply = await repeatable(county, (body, key) => crew.caseworker.post(path, body, key), why, { ...why, field: 'name' })
  expect(reply.body).toEqual({
    id: idOf(reply), requestId: request, field: 'phone', value: known.phone,
    revealedAt: '2026-09-28T02:00:00.000Z', shownUntil: '2026-09-28T02:01:00.000Z',
  })
  expect(reply.headers.get('cache-control')).toBe('no-store')
  await journaled(county, 'privacy.reveal', idOf(reply), 't01-jingban')
  const full = async (field: string) => (await crew.cashier.post(path, { ...why, field, requestId: request })).body.value
  const account = String(await full('account'))
  const { payee } = (await crew.caseworker.get(`/requests/${request}`)).body as { payee: { accountTail: string } }
  expect(account).toMatch(new RegExp(`^\\d{15,}${payee.accountTail}$`))
  expect([await full('name'), await full('idNumber')]).toEqual([known.name, known.idNumber])
  // the receipt of a look holds no value
  const kept = JSON.stringify(await county.rows('SELECT answer FROM receipts'))
  for (const value of [known.phone, known.idNumber, account]) expect(kept).not.toContain(value)
})

it('the same key a minute later is not a longer look', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const path = `/persons/${await personOf(crew, await crew.accepted(known))}/reveals`
  const key = 'look-2026-09-28'
  expect((await crew.caseworker.post(path, why, key)).status).toBe(201)
  county.setClock('2026-09-28T02:01:00.001Z')
  await refused(county, 'reveal_over', () => crew.caseworker.post(path, why, key))
})

it('needs a reason, something to see, a case, and an officer who handles it', async () => {
  const county = await newCounty()
  const [crew, there, auditor, admin] = await Promise.all([
    crewOf(county), crewOf(county, 2), county.phone('county-shenji'), county.phone('county-xitong')])
  const request = await crew.accepted({ ...known, idNumber: undefined })
  const path = `/persons/${await personOf(crew, request)}/reveals`
  const short = await refused(county, 'input', () => crew.caseworker.post(path, { ...why, reason: '看看' }))
  expect(short.problem.fields?.[0]).toMatchObject({ field: 'reason', message: '至少写 4 个字' })
  const none = await refused(county, 'input', () => crew.caseworker.post(path, { ...why, field: 'idNumber' }))
  expect(none.problem.fields?.[0]?.message).toBe('身份证号还没有登记')
  await refused(county, 'not_found', () => crew.caseworker.post('/persons/per_0000000000000000/reveals', why))
  await refused(county, 'not_found', () => crew.caseworker.post(path, { ...why, requestId: 'req_0000000000000000' }))
  for (const phone of [crew.coordinator, auditor, admin]) await refused(county, 'post_required', () => phone.post(path, why))
  await refused(county, 'out_of_scope', () => there.leader.post(path, why))
  // the same person's case of another person's file
  const other = await crew.accepted({ name: '李小红', phone: '13900000022' }, { payee: undefined })
  await refused(county, 'not_found', () => crew.caseworker.post(path, { ...why, requestId: other }))
})

it('after thirty in a day only a leader, or the audit administrator, opens the next ones; nobody does so for himself', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const path = `/persons/${await personOf(crew, await crew.accepted(known))}/reveals`
  const looks = async (count: number) => {
    for (let n = 0; n < count; n += 1) expect((await crew.caseworker.post(path, why)).status).toBe(201)
  }
  await looks(30)
  await refused(county, 'reveal_limit', () => crew.caseworker.post(path, why))
  // another officer's count is his own
  expect((await crew.cashier.post(path, why)).status).toBe(201)
  const listed = (await crew.leader.get('/reveals?limit=5')).body as unknown as {
    items: { officerId: string; by: string; person: string; field: string; reason: string; post: string }[]
    next: string; officers: { officerId: string; sinceReview: number; review: boolean }[] }
  const officer = listed.officers[0]!
  expect(officer).toMatchObject({ sinceReview: 30, limit: 30, review: true })
  expect(listed.items[1]).toMatchObject({ officerId: officer.officerId, person: '王*', field: 'phone', reason: why.reason, post: 'caseworker' })
  expect(((await crew.leader.get(`/reveals?limit=5&after=${listed.next}`)).body.items as object[]).length).toBe(5)
  const review = `/officers/${officer.officerId}/reveal-reviews`
  await refused(county, 'post_required', () => crew.caseworker.post(review, {}))
  await refused(county, 'out_of_scope', () => there.leader.post(review, {}))
  county.setClock('2026-09-28T02:00:01.000Z')
  await journaledReview()
  await looks(30)
  await refused(county, 'reveal_limit', () => crew.caseworker.post(path, why))
  // the next Beijing day begins anew
  county.setClock('2026-09-28T16:00:00.000Z')
  await crew.caseworker.signInAgain()
  await looks(1)

  async function journaledReview() {
    const before = (await rowCounts(county)).reveal_reviews
    expect((await crew.leader.post(review, {})).status).toBe(201)
    expect((await rowCounts(county)).reveal_reviews).toBe(Number(before) + 1)
    await journaled(county, 'privacy.review', officer.officerId, 't01-zhuyao')
  }
})

it('a leader does not look at his own looks', async () => {
  const county = await newCounty()
  const [crew, there, admin] = await Promise.all([crewOf(county), crewOf(county, 2), county.phone('county-shenjiguanli')])
  const path = `/persons/${await personOf(crew, await crew.accepted(known))}/reveals`
  await crew.leader.post(path, why)
  const { officers } = (await crew.leader.get('/reveals')).body as { officers: { officerId: string; review: boolean }[] }
  expect(officers).toEqual([expect.objectContaining({ sinceReview: 1, review: false })])
  const review = `/officers/${officers[0]!.officerId}/reveal-reviews`
  await refused(county, 'second_person_required', () => crew.leader.post(review, {}))
  await refused(county, 'not_found', () => admin.post('/officers/per_0000000000000000/reveal-reviews', {}))
  expect((await admin.post(review, {})).status).toBe(201)
  // another township's leader sees neither
  expect((await there.leader.get('/reveals')).body).toMatchObject({ items: [], officers: [] })
  expect(((await (await county.phone('county-shenji')).get('/reveals')).body.items as object[]).length).toBe(1)
})

it('the person sees who looked, in which post and why', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [crew, wang] = await Promise.all([crewOf(county), county.phone('wang-xiulan')])
  const request = idOf(await wang.post('/requests', ask({ townshipCode: crew.township })))
  await crew.caseworker.post(`/persons/${await personOf(crew, request)}/reveals`, why)
  const { items } = (await wang.get('/own/reveals')).body as { items: object[] }
  expect(items).toEqual([expect.objectContaining({ field: 'phone', by: expect.any(String), post: 'caseworker', reason: why.reason, townshipName: '青山镇' })])
  expect((await (await county.phone('li-jianguo')).get('/own/reveals')).body).toEqual({ items: [] })
})
