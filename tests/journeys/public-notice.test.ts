import { expect, it } from 'vitest'
import { newCounty } from '../support/county.ts'
import { crewOf, done } from '../support/crew.ts'
import { onTheWay, recognised, seen, photoOf } from '../support/standard.ts'
import { expectSound } from '../support/ledger.ts'
import { decision, idOf } from '../support/steps.ts'

const standard = decision({ track: 'standard', amountFen: 200_000, reason: '公示无异议' })

/** RULEBOOK scenario 27: an objection on the third day stops the clock; what is left of the days runs after its result. */
it('objected to on the third day, the notice stops, and hangs out its remaining days after the result; then it is granted and paid', async () => {
  const county = await newCounty('2026-09-01T02:00:00.000Z')
  const crew = await crewOf(county)
  const at = async (clock: string) => {
    county.setClock(clock)
    await Promise.all([crew.caseworker, crew.deputy, crew.leader, crew.cashier, crew.grid].map((phone) => phone.signInAgain()))
  }
  const { request, notice } = await onTheWay(crew)
  const decide = () => crew.deputy.post(`/requests/${request}/grant`, standard)
  const dueAt = async () => (await crew.deputy.get(`/requests/${request}`)).body.dueAt
  const late = async () => ((await crew.leader.get('/todo')).body.items as { kind: string; late: boolean }[]).filter(({ kind }) => kind === 'clock_near')
  const before = await dueAt()
  expect(before).toBe('2026-09-29T16:00:00.000Z')
  const hung = async () => (await crew.deputy.get('/notices')).body.items as { untilOn: string; state: string }[]
  expect(await hung()).toMatchObject([{ postedOn: '2026-09-01', untilOn: '2026-09-08', state: 'running' }])

  await at('2026-09-04T02:00:00.000Z')
  expect((await decide()).problem).toMatchObject({ code: 'notice_running', rules: ['N-04', 'F-7'] })
  const objection = idOf(await crew.grid.post(`/notices/${notice}/objections`, { words: '他家儿子有工资,应当扣除' }), 'objectionId')
  expect((await decide()).problem.code).toBe('objection_open')
  expect((await crew.deputy.get(`/requests/${request}`)).body.decision).toMatchObject({ blockers: [{ code: 'objection_open' }] })

  // the days are over, the objection is not: nobody is late while it is open
  await at('2026-09-10T02:00:00.000Z')
  expect(await hung()).toMatchObject([{ state: 'stopped' }])
  expect((await decide()).problem.code).toBe('objection_open')
  await done(crew.caseworker.post(`/objections/${objection}/hearing`, { ayes: 8, noes: 3, minutes: '到会十一人,多数同意' }))
  const settled = await done(crew.leader.post(`/objections/${objection}/result`, { result: 'dismissed', reason: '儿子已分户,工资已计入' }))
  expect(settled.body).toMatchObject({ untilOn: '2026-09-14' })
  expect(await dueAt()).toBe('2026-10-05T16:00:00.000Z')

  await at('2026-09-14T15:59:59.999Z')
  expect(await late()).toEqual([])
  expect((await decide()).problem.code).toBe('notice_running')
  await at('2026-09-14T16:00:00.000Z')
  expect(await hung()).toEqual([])
  const granted = await done(decide())
  expect(granted.body).toMatchObject({ track: 'standard', explanationDays: 0 })
  const grant = idOf(granted, 'grantId')
  await done(crew.cashier.post(`/grants/${grant}/payouts/1/sending`, {}))
  const paid = await done(crew.cashier.post(`/grants/${grant}/payouts/1/payment`, { bankSerial: 'BK-0915' }))
  expect(paid.body).toMatchObject({ dueOn: null, dueProvisional: false })
  expect((await crew.caseworker.get(`/requests/${request}`)).body).toMatchObject({ status: 'closed', grants: [{ explanation: null }] })
  expect(await county.rows("SELECT place, fen FROM balances WHERE key = ? AND fen > 0", `${grant}.1`)).toEqual([{ place: 'cleared', fen: 200_000 }])
  expect((await crew.caseworker.put(`/grants/${grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '说明' }] })).problem.code).toBe('explanation_not_owed')
  expectSound(county)
})

/** RULEBOOK scenario 26: a recognised household is asked only for what it must bear. */
it('for a recognised 低保 household income and property are shown as 免核 with their basis, and nobody signs an authorisation', async () => {
  const county = await newCounty('2026-09-01T02:00:00.000Z')
  const crew = await crewOf(county)
  const request = await crew.accepted({ causeCode: 'MEDICAL', askedFen: 200_000 })
  await done(crew.caseworker.post(`/requests/${request}/check`, recognised))
  await done(crew.caseworker.post(`/requests/${request}/survey`, seen(await photoOf(crew))))
  await done(crew.grid.post(`/requests/${request}/survey/signature`, {}))
  await done(crew.caseworker.post(`/requests/${request}/publication`, { amountFen: 150_000 }))
  expect((await crew.deputy.get(`/requests/${request}/standard`)).body).toMatchObject({
    authorisation: null,
    check: { basis: 'recognised', recognised: 'dibao', incomeWithin: null, propertyWithin: null, paper: '低保证 0311', untilOn: '2026-12-31' },
    survey: { needFen: 250_000, signatures: [{}] },
    notice: { amountFen: 150_000, state: 'running' },
  })
})

/** N-22: the standard way has its working days; who is near or past them is shown to the office and to the county. */
it('a standard request is near its end in its last hours and late after them, for leader and county', async () => {
  const county = await newCounty('2026-09-01T02:00:00.000Z')
  const crew = await crewOf(county)
  const { notice, request } = await onTheWay(crew)
  const assistance = await county.phone('county-jiuzhu')
  const nearAt = async (clock: string) => {
    county.setClock(clock)
    await Promise.all([crew.leader, crew.grid, assistance].map((phone) => phone.signInAgain()))
    const seen = async (phone: typeof assistance) =>
      ((await phone.get('/todo')).body.items as { kind: string; count: number; late: boolean }[]).flatMap(({ kind, late }) => (kind === 'clock_near' ? [late] : []))
    return [await seen(crew.leader), await seen(assistance)]
  }
  expect((await crew.deputy.get(`/requests/${request}`)).body.dueAt).toBe('2026-09-29T16:00:00.000Z')
  expect(await nearAt('2026-09-29T09:59:59.999Z')).toEqual([[], []])
  expect(await nearAt('2026-09-29T10:00:00.000Z')).toEqual([[false], [false]])
  expect(await nearAt('2026-09-29T16:00:00.000Z')).toEqual([[true], [true]])
  expect((await crew.grid.post(`/notices/${notice}/objections`, { words: '公示已过期' })).problem.code).toBe('notice_closed')
})
