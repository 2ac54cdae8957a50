import { addDays, beijingDay } from '../platform/index.ts'

export type Due = { day: string; missedSince: string | null }

/**
 * What a daily task owes now: one go for the day that began last, however many days went without. `lastDay` is the day it
 * was last done for; a task that never was done has missed nothing. Null: it is done, or the clock was set back.
 */
export function dueNow(now: Date, dailyAfter: string, lastDay: string | null): Due | null {
  const [hours = 0, minutes = 0] = dailyAfter.split(':').map(Number)
  const day = beijingDay(new Date(now.getTime() - (hours * 60 + minutes) * 60_000))
  if (lastDay === null) return { day, missedSince: null }
  if (lastDay >= day) return null
  const next = addDays(lastDay, 1)
  return { day, missedSince: next < day ? next : null }
}
