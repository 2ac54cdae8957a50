/** 工作日历: the State Council's list of a year, imported by one person of the county and confirmed by another (N-22). */
import * as z from 'zod'
import { at, id, on, words } from './shapes.ts'

const year = z.coerce.number('请写年份').int('请写年份').min(2020, '年份不对').max(2099, '年份不对')

/** As the notice has it: `holidays` nobody works, `makeUpDays` are worked though they are a weekend. */
export const importCalendar = z.strictObject({
  year: z.int('请写年份').min(2020, '年份不对').max(2099, '年份不对'),
  paper: words(2, 80),
  holidays: z.array(on).min(1, '至少写一天').max(60, '最多 60 天'),
  makeUpDays: z.array(on).max(30, '最多 30 天'),
})
export const calendarImported = z.strictObject({ listId: id, year: z.int(), importedAt: at })
export const confirmCalendar = z.strictObject({})
export const calendarConfirmed = z.strictObject({ listId: id, year: z.int(), confirmedAt: at })

export const calendarQuery = z.strictObject({ year })
export const calendarView = z.strictObject({
  year: z.int(),
  /** Whether the whole year's list is confirmed; else its days are as the week has them, and deadlines in it 暂定. */
  official: z.boolean(),
  days: z.array(z.strictObject({ on, working: z.boolean() })),
  waiting: z
    .strictObject({
      listId: id,
      paper: z.string().nullable(),
      by: z.string().nullable(),
      at,
      holidays: z.array(on),
      makeUpDays: z.array(on),
    })
    .nullable(),
  mayImport: z.boolean(),
  mayConfirm: z.boolean(),
})

export type ImportCalendar = z.infer<typeof importCalendar>
export type CalendarImported = z.infer<typeof calendarImported>
export type CalendarConfirmed = z.infer<typeof calendarConfirmed>
export type CalendarQuery = z.infer<typeof calendarQuery>
export type CalendarView = z.infer<typeof calendarView>
