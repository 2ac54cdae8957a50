import { expect, it } from 'vitest'
import { list2027 } from '../../support/calendar.ts'
import { newCounty } from '../../support/county.ts'
import { idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const start = async () => {
  const county = await newCounty()
  const [assistance, finance, wang] = await Promise.all(['county-jiuzhu', 'county-caizheng', 'wang-xiulan'].map((openid) => county.phone(openid)))
  return { county, assistance: assistance!, finance: finance!, wang: wang! }
}

it('one imports, another confirms; then the year is official and cannot be imported again', async () => {
  const { county, assistance, finance, wang } = await start()
  const reply = await repeatable(county, (body, key) => assistance.post('/calendar/lists', body, key), list2027(), list2027({ paper: '另一份通知' }))
  const listId = idOf(reply, 'listId')
  await journaled(county, 'policy.importCalendar', listId, 'county-jiuzhu')
  expect((await finance.get('/calendar?year=2027')).body).toMatchObject({
    year: 2027, official: false, mayImport: true, mayConfirm: true,
    waiting: { listId, paper: '国办发明电〔2026〕9 号', holidays: list2027().holidays, makeUpDays: ['2027-01-10'] },
  })
  const confirm = `/calendar/lists/${listId}/confirmation`
  await refused(county, 'second_person_required', () => assistance.post(confirm, {}))
  expect((await finance.post(confirm, {})).body).toMatchObject({ listId, year: 2027 })
  const { days, ...view } = (await wang.get('/calendar?year=2027')).body as { days: { on: string; working: boolean }[] }
  expect(view).toEqual({ year: 2027, official: true, waiting: null, mayImport: false, mayConfirm: false })
  const working = (on: string) => days.find((day) => day.on === on)?.working
  expect([days.length, working('2027-01-04'), working('2027-01-05'), working('2027-01-09'), working('2027-01-10')]).toEqual([365, false, true, false, true])
  await refused(county, 'calendar_official', () => assistance.post('/calendar/lists', list2027()))
  await refused(county, 'calendar_official', () => finance.post(confirm, {}))
  // there is a calendar for three years more, though a provisional one
  expect((await wang.get('/calendar?year=2030')).body).toMatchObject({ official: false })
  await refused(county, 'calendar_missing', () => wang.get('/calendar?year=2031'))
})

it('a day of another year, or one that is off and worked, is named', async () => {
  const { county, assistance } = await start()
  const strange = await refused(county, 'input', () => assistance.post('/calendar/lists', list2027({ holidays: ['2026-01-01'] })))
  expect(strange.problem.fields).toEqual([{ field: 'holidays', label: '放假的日子', message: '2026-01-01 不在 2027 年' }])
  const twice = await refused(county, 'input', () => assistance.post('/calendar/lists', list2027({ makeUpDays: ['2027-01-01'] })))
  expect(twice.problem.fields).toEqual([{ field: 'makeUpDays', label: '补班的日子', message: '2027-01-01 又放假又补班,请核对' }])
})
