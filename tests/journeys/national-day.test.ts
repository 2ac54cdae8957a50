import { expect, it } from 'vitest'
import { lapseExplanations } from '../../worker/explanations/index.ts'
import { calendarArrives, list2027 } from '../support/calendar.ts'
import { newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'

/** Published case national-day (RULEBOOK scenario 12): paid on the eve, five working days end on 13 October. */
it('paid on 30 September, due on 13 October: filed at 23:59 is in time, at midnight it is late', async () => {
  const county = await newCounty('2026-09-30T02:00:00.000Z')
  const crew = await crewOf(county)
  const at = async (clock: string) => {
    county.setClock(clock)
    await Promise.all([crew.caseworker.signInAgain(), crew.deputy.signInAgain()])
  }
  const [inTime, late] = [
    await crew.sent({ track: 'urgent', amountFen: 150_000 }),
    await crew.sent({ track: 'urgent', amountFen: 150_000 }),
  ]
  for (const { payout, grant } of [inTime, late]) {
    const paid = await crew.cashier.post(`${payout}/payment`, { bankSerial: grant.slice(-12), paidOn: '2026-09-30' })
    expect(paid.body).toMatchObject({ dueOn: '2026-10-13', dueProvisional: false })
  }
  const explanationOf = async (request: string) =>
    ((await crew.caseworker.get(`/requests/${request}`)).body.grants as { explanation: Record<string, unknown> }[])[0]
      ?.explanation
  const row = async (queue: string) => (await crew.caseworker.get(`/requests?queue=${queue}`)).body.items

  await at('2026-10-13T15:59:00.000Z')
  expect(await explanationOf(late.request)).toMatchObject({ state: 'owed', daysLeft: 0 })
  const filed = await crew.caseworker.put(`/grants/${inTime.grant}/explanation`, {
    items: [{ kind: 'NARRATIVE', text: '药费和伙食,票据齐全' }],
  })
  expect(filed.body).toMatchObject({ filedAt: '2026-10-13T15:59:00.000Z' })

  await at('2026-10-13T16:00:00.000Z')
  expect(await explanationOf(late.request)).toMatchObject({ state: 'owed', dueOn: '2026-10-13', daysLeft: -1 })
  expect(await row('explain')).toMatchObject([{ id: late.request, explanationDueOn: '2026-10-13', daysLeft: -1 }])
  expect((await crew.deputy.get('/todo')).body.items).toContainEqual(
    expect.objectContaining({ kind: 'explanation_due', count: 1, late: true }),
  )
  // the clock stopped at filing: what waits now is the checker's
  expect((await crew.deputy.get(`/requests?queue=check`)).body.items).toMatchObject([
    { id: inTime.request, status: 'explained' },
  ])
})

it('paid in the last days of the year, the due day is provisional until the new list is imported', async () => {
  const county = await newCounty('2026-12-29T02:00:00.000Z')
  const crew = await crewOf(county)
  const { payout } = await crew.sent()
  expect((await crew.cashier.post(`${payout}/payment`, { bankSerial: 'BK-1229' })).body).toMatchObject({
    dueOn: '2027-01-05',
    dueProvisional: true,
  })
})

/** Scenario 12 over New Year 2027: told 暂定, counted again when the list arrives, and never earlier than it was told. */
it('when the list of 2027 arrives the provisional day moves behind the holiday; only then it can lapse', async () => {
  const county = await newCounty('2026-12-29T02:00:00.000Z')
  const crew = await crewOf(county)
  const { payout, grant, request } = await crew.sent({ track: 'urgent' })
  await crew.cashier.post(`${payout}/payment`, { bankSerial: 'BK-1229' })
  const told = async () =>
    ((await crew.caseworker.get(`/requests/${request}`)).body.grants as { explanation: object }[])[0]?.explanation
  expect(await told()).toMatchObject({ dueOn: '2027-01-05', dueProvisional: true })
  await calendarArrives(county)
  expect(await told()).toMatchObject({ dueOn: '2027-01-07', dueProvisional: false })
  county.setClock('2027-01-07T02:00:00.000Z')
  expect(await lapseExplanations(county.services)).toMatchObject({ lapsed: 0 })
  county.setClock('2027-01-08T02:00:00.000Z')
  expect(await lapseExplanations(county.services)).toMatchObject({ lapsed: 1 })
  expect(await county.rows("SELECT place FROM balances WHERE key = ? AND fen > 0", `${grant}.1`)).toEqual([{ place: 'overdue' }])
})

it('a list with more working days than were guessed makes nobody late before the day that he was told', async () => {
  const county = await newCounty('2026-12-29T02:00:00.000Z')
  const crew = await crewOf(county)
  const { payout, request } = await crew.sent({ track: 'urgent' })
  await crew.cashier.post(`${payout}/payment`, { bankSerial: 'BK-1229' })
  await calendarArrives(county, list2027({ holidays: ['2027-10-01'], makeUpDays: ['2027-01-02', '2027-01-03'] }))
  const { grants } = (await crew.caseworker.get(`/requests/${request}`)).body as { grants: object[] }
  expect(grants).toMatchObject([{ explanation: { dueOn: '2027-01-05', dueProvisional: false } }])
})
