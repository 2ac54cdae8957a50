import { expect, it } from 'vitest'
import type { ProblemCode } from '../../../worker/contract/index.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf, done } from '../../support/crew.ts'
import { amended, onTheWay, photoOf, recognised, report, seen, surveyed } from '../../support/standard.ts'
import { decision, idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const start = async () => {
  const county = await newCounty('2026-09-01T02:00:00.000Z')
  const crew = await crewOf(county)
  const days = async (day: string) => {
    county.setClock(`${day}T02:00:00.000Z`)
    await Promise.all([crew.caseworker, crew.coordinator, crew.deputy, crew.leader, crew.cashier, crew.grid].map((phone) => phone.signInAgain()))
  }
  return { county, crew, days }
}

it('hangs out for the days of the policy, from the day after it is posted', async () => {
  const { county, crew } = await start()
  const request = await surveyed(crew)
  const reply = await repeatable(county, (body, key) => crew.deputy.post(`/requests/${request}/publication`, body, key), { amountFen: 200_000 }, { amountFen: 1 })
  expect(reply.body).toMatchObject({ id: request, amountFen: 200_000, days: 7, postedOn: '2026-09-01', untilOn: '2026-09-08' })
  await journaled(county, 'standard.postNotice', request, 't01-fenguan')
})

it('each step wants the one before it', async () => {
  const { county, crew } = await start()
  const request = await crew.accepted({ causeCode: 'MEDICAL' })
  const notice = () => crew.caseworker.post(`/requests/${request}/publication`, { amountFen: 200_000 })
  const check = (body: object) => crew.caseworker.post(`/requests/${request}/check`, body)
  await refused(county, 'survey_missing', notice)
  await refused(county, 'survey_missing', () => crew.coordinator.post(`/requests/${request}/survey/signature`, {}))
  await done(crew.caseworker.post(`/requests/${request}/survey`, seen(await photoOf(crew))))
  await refused(county, 'survey_missing', notice)
  await refused(county, 'second_person_required', () => crew.caseworker.post(`/requests/${request}/survey/signature`, {}))
  await done(crew.coordinator.post(`/requests/${request}/survey/signature`, {}))
  await refused(county, 'check_missing', notice)
  await refused(county, 'authorisation_missing', () => check(report()))
  await refused(county, 'check_expired', () => check({ ...recognised, untilOn: '2026-08-31' }))
  await done(check(recognised))
  await refused(county, 'need_exceeded', () => crew.caseworker.post(`/requests/${request}/publication`, { amountFen: 250_001 }))
  expect((await notice()).status).toBe(201)
})

it.each([
  ['income', { incomeWithin: false }],
  ['property', { propertyWithin: false }],
])('with %s over the limits nothing is published', async (_, over) => {
  const { county, crew } = await start()
  const request = await surveyed(crew, {}, report(over))
  await refused(county, 'means_over', () => crew.caseworker.post(`/requests/${request}/publication`, { amountFen: 100_000 }))
})

it('a report that has run out is no check', async () => {
  const { county, crew, days } = await start()
  const request = await surveyed(crew, {}, report({ untilOn: '2026-09-01' }))
  await days('2026-09-02')
  await refused(county, 'check_missing', () => crew.caseworker.post(`/requests/${request}/publication`, { amountFen: 100_000 }))
})

it('shows the public a masked name, the village without its group, the class of the cause and the sum; nothing else', async () => {
  const { crew } = await start()
  await onTheWay(crew)
  const { items } = (await crew.county.phone('batu').then((phone) => phone.get('/notices'))).body as { items: object[] }
  const { townshipPhone, id, ...rest } = items[0] as { townshipPhone: string; id: string }
  expect(rest).toEqual({
    townshipName: '青山镇', village: '河口村', name: '王*', causeClass: 'expenditure', amountFen: 200_000,
    postedOn: '2026-09-01', untilOn: '2026-09-08', state: 'running',
  })
  expect([townshipPhone.length > 5, id.startsWith('ntc_')]).toEqual([true, true])
})

it('a minor has no name in public', async () => {
  const { crew } = await start()
  await onTheWay(crew)
  const request = await surveyed(crew, { causeCode: 'EDUCATION', idNumber: '990101201501010015' })
  await done(crew.caseworker.post(`/requests/${request}/publication`, { amountFen: 100_000 }))
  const names = async () => ((await crew.deputy.get('/notices')).body.items as { name: string }[]).map(({ name }) => name).toSorted()
  expect(await names()).toEqual(['未成年人', '王*'])
})

it('what is refused or withdrawn is taken down, and pages go on where the last ended', async () => {
  const { county, crew } = await start()
  const first = await onTheWay(crew)
  county.setClock('2026-09-01T02:00:01.000Z')
  const second = await onTheWay(crew)
  const page = (await crew.deputy.get('/notices?limit=1')).body as { items: { id: string }[]; next: string }
  expect(page).toMatchObject({ items: [{ id: second.notice }], next: second.notice })
  expect((await crew.deputy.get(`/notices?limit=1&after=${page.next}`)).body).toMatchObject({ items: [{ id: first.notice }], next: null })
  await done(crew.coordinator.post(`/requests/${first.request}/withdrawal`, {}))
  expect((await crew.deputy.get(`/notices?townshipCode=${crew.township}`)).body.items).toMatchObject([{ id: second.notice }])
  expect((await crew.deputy.get('/notices?townshipCode=990101002')).body.items).toEqual([])
})

it('an objection: once by each person, by telephone through the office, and not after the notice', async () => {
  const { county, crew, days } = await start()
  const { notice, request } = await onTheWay(crew)
  const path = `/notices/${notice}/objections`
  const said = { words: '他家有两份工资' }
  const objection = idOf(await repeatable(county, (body, key) => crew.grid.post(path, body, key), said, { words: '另一句不同的话' }), 'objectionId')
  await refused(county, 'already_objected', () => crew.grid.post(path, said))
  await refused(county, 'post_required', () => crew.grid.post(path, { ...said, caller: { name: '李四' } }))
  await refused(county, 'objection_open', () => crew.caseworker.post(`/requests/${request}/publication`, { amountFen: 1 }))
  const own = idOf(await done(crew.leader.post(path, { ...said, caller: { name: '李四' } })), 'objectionId')
  const result = (id: string) => `/objections/${id}/result`
  await refused(county, 'same_person', () => crew.leader.post(result(own), { result: 'dismissed', reason: '核实后不属实' }))
  await done(crew.deputy.post(`/objections/${objection}/result`, { result: 'dismissed', reason: '核实后不属实' }))
  await refused(county, 'objection_settled', () => crew.deputy.post(`/objections/${objection}/result`, { result: 'dismissed', reason: '核实后不属实' }))
  await refused(county, 'objection_settled', () => crew.deputy.post(`/objections/${objection}/hearing`, { ayes: 1, noes: 0, minutes: '到会一人' }))
  await done(crew.deputy.post(result(own), { result: 'dismissed', reason: '核实后不属实' }))
  await days('2026-09-09')
  await refused(county, 'notice_closed', () => crew.coordinator.post(path, said))
})

it('amended, the sum is less and the days run on; upheld, the notice has ended and the household is looked at anew', async () => {
  const { county, crew, days } = await start()
  const first = await onTheWay(crew)
  await amended(first)
  const grant = (request: string, amountFen: number) =>
    crew.deputy.post(`/requests/${request}/grant`, decision({ track: 'standard', amountFen }))
  await days('2026-09-09')
  const over = await refused(county, 'notice_amount', () => grant(first.request, 150_001))
  expect(over.problem).toMatchObject({ limitFen: 150_000 })
  expect((await grant(first.request, 150_000)).status).toBe(201)

  const second = await onTheWay(crew)
  const objection = idOf(await crew.grid.post(`/notices/${second.notice}/objections`, { words: '他家有两份工资' }), 'objectionId')
  await refused(county, 'notice_amount', () =>
    crew.leader.post(`/objections/${objection}/result`, { result: 'amended', amendedFen: 200_000, reason: '没有变少' }))
  const ended = await done(crew.leader.post(`/objections/${objection}/result`, { result: 'upheld', reason: '工资属实,不符合条件' }))
  expect(ended.body).toMatchObject({ untilOn: null })
  await days('2026-09-30')
  await refused(county, 'public_notice_needed', () => grant(second.request, 1))
  await refused(county, 'survey_missing', () => crew.caseworker.post(`/requests/${second.request}/publication`, { amountFen: 1 }))
})

const township: [string, ProblemCode][] = [['2026-09-08T15:59:59.999Z', 'notice_running']]
it.each(township)('at %s it still hangs out', async (clock, code) => {
  const { county, crew } = await start()
  const { request } = await onTheWay(crew)
  county.setClock(clock)
  await crew.deputy.signInAgain()
  await refused(county, code, () => crew.deputy.post(`/requests/${request}/grant`, decision({ track: 'standard', amountFen: 1 })))
})

it('cash of a standard grant is cleared by the second officer', async () => {
  const { county, crew, days } = await start()
  const { request } = await onTheWay(crew, 100_000)
  await days('2026-09-09')
  const wish = decision({ track: 'standard', amountFen: 100_000, channel: 'cash' })
  const grant = idOf(await done(crew.deputy.post(`/requests/${request}/grant`, wish)), 'grantId')
  await done(crew.caseworker.post(`/grants/${grant}/payouts/1/payment`, { slipEvidenceId: await photoOf(crew) }))
  await done(crew.cashier.post(`/grants/${grant}/payouts/1/countersignature`, {}))
  expect(await county.rows("SELECT place FROM balances WHERE key = ? AND fen > 0", `${grant}.1`)).toEqual([{ place: 'cleared' }])
})

it('what was photographed at the door is seen by the second surveyor until one has signed, and by who decides', async () => {
  const { crew } = await start()
  const request = await crew.accepted({ causeCode: 'MEDICAL', askedFen: 200_000 })
  const paper = await photoOf(crew)
  await done(crew.caseworker.post(`/requests/${request}/authorisation`, { consentVersion: '2026-07', signers: ['王秀兰'], paperEvidenceId: paper }))
  await done(crew.caseworker.post(`/requests/${request}/check`, report()))
  const photo = await photoOf(crew)
  await done(crew.caseworker.post(`/requests/${request}/survey`, seen(photo)))
  const sees = async (phone: { get(path: string): Promise<{ status: number }> }, id = photo) => (await phone.get(`/evidence/${id}`)).status === 200
  expect([await sees(crew.leader), await sees(crew.leader, paper), await sees(crew.grid), await sees(crew.coordinator)]).toEqual([true, true, true, true])
  await done(crew.grid.post(`/requests/${request}/survey/signature`, {}))
  const nextDoor = await crewOf(crew.county, 2)
  expect([await sees(crew.grid), await sees(crew.leader), await sees(nextDoor.coordinator), await sees(nextDoor.leader)]).toEqual([true, true, false, false])
})
