import { expect, it } from 'vitest'
import type { TestCounty } from '../../support/county.ts'
import { calendarArrives } from '../../support/calendar.ts'
import { newCounty } from '../../support/county.ts'
import { daysLeftSql, dueFact, dueOf } from '../../../worker/policy/index.ts'
import { statement } from '../../../worker/platform/index.ts'

async function due(county: TestCounty, paidOn: string, days = 5) {
  const [rows] = await county.services.db.read([dueFact(statement('SELECT ?', days), statement('SELECT ?', paidOn))])
  return dueOf(rows?.[0])
}

it.each([
  ['the eve of National Day', '2026-09-30', '2026-10-13', false],
  ['a plain Monday', '2026-09-07', '2026-09-14', false],
  ['a Saturday that is worked', '2026-10-10', '2026-10-16', false],
  ['the middle of the holiday', '2026-10-03', '2026-10-13', false],
  ['the last days of the year, into one without a list', '2026-12-29', '2027-01-05', true],
  ['a day in the year without a list', '2027-10-01', '2027-10-08', true],
])('paid on %s', async (_, paidOn, on, provisional) => {
  expect(await due(await newCounty(), paidOn)).toEqual({ on, provisional })
})

it('one working day and thirty are counted alike', async () => {
  const county = await newCounty()
  expect(await due(county, '2026-09-30', 1)).toEqual({ on: '2026-10-08', provisional: false })
  expect(await due(county, '2026-09-01', 30)).toEqual({ on: '2026-10-19', provisional: false })
})

it('days left count down to 0 on the day and below it afterwards', async () => {
  const county = await newCounty()
  const left = async (today: string) =>
    Number((await county.rows(`SELECT ${daysLeftSql("'2026-10-13'")} AS days`, today))[0]?.days)
  const days = []
  for (const today of [
    '2026-09-30',
    '2026-10-08',
    '2026-10-12',
    '2026-10-13',
    '2026-10-14',
    '2026-10-17',
    '2026-10-19',
  ])
    days.push(await left(today))
  expect(days).toEqual([5, 4, 1, 0, -1, -3, -4])
})

it('beyond the calendar nothing is guessed', async () => {
  await expect(due(await newCounty(), '2029-12-31')).rejects.toMatchObject({ code: 'calendar_missing' })
})

it('a day becomes official once, with the list that says so; then nobody moves a deadline', async () => {
  const county = await newCounty()
  const write = (sql: string) =>
    county.services.db.write([], () => ({ answer: undefined, statements: [{ sql, args: [] }] }))
  expect(await due(county, '2026-12-29')).toEqual({ on: '2027-01-05', provisional: true })
  await expect(write("UPDATE calendar_days SET official = 1 WHERE day LIKE '2027-%'")).rejects.toThrow(/append_only$/)
  await calendarArrives(county)
  expect(await due(county, '2026-12-29')).toEqual({ on: '2027-01-07', provisional: false })
  for (const change of [
    "UPDATE calendar_days SET working = 1 WHERE day = '2027-01-04'",
    "UPDATE calendar_days SET official = 0 WHERE day = '2027-01-04'",
    "DELETE FROM calendar_days WHERE day = '2028-01-04'",
  ])
    await expect(write(change), change).rejects.toThrow(/append_only$/)
})
