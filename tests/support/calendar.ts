import type { ImportCalendar } from '../../worker/contract/index.ts'
import type { TestCounty } from './county.ts'
import { done } from './crew.ts'
import { idOf } from './steps.ts'

/** New Year 2027 as a notice would have it (invented): the first three days off, worked on the Sunday after. */
export const list2027 = (change: Partial<ImportCalendar> = {}): ImportCalendar => ({
  year: 2027, paper: '国办发明电〔2026〕9 号', holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'], makeUpDays: ['2027-01-10'], ...change,
})

/** Imported by one, confirmed by another: the year is official. */
export async function calendarArrives(county: TestCounty, list = list2027()): Promise<void> {
  const [assistance, finance] = await Promise.all([county.phone('county-jiuzhu'), county.phone('county-caizheng')])
  const listId = idOf(await done(assistance.post('/calendar/lists', list)), 'listId')
  await done(finance.post(`/calendar/lists/${listId}/confirmation`, {}))
}
