import dayDetails from 'chinese-days'
import type { Due } from './state.ts'

const dayMs = 86_400_000

/** The Beijing day of an instant. */
export function day(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** So many days after a day. */
export function later(on: string, days: number): string {
  return new Date(Date.parse(on) + days * dayMs).toISOString().slice(0, 10)
}

/** The last days of the months that touch these days, before and after. */
export function monthEnd(on: string, months: number): string {
  const [year = 0, month = 0] = on.split('-').map(Number)
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10)
}

const explanationDays = 5
/** The State Council's list of a year names National Day; without a list it is a weekday. */
const listed = (year: string): boolean => dayDetails.getDayDetail(`${year}-10-01`).name.includes(',')

/** The fifth working day after a day; official while every day until then stands in a published list. */
export function dueAfter(on: string): Due {
  let [at, count, official] = [on, 0, true]
  while (count < explanationDays) {
    at = later(at, 1)
    official &&= listed(at.slice(0, 4))
    if (dayDetails.getDayDetail(at).work) count += 1
  }
  return { on: at, official }
}
