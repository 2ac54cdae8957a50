import type { CalendarView } from '../../../worker/contract/calendar.ts'

/** Days as somebody types or pastes them: one a line or with commas, `2027-01-01` or a span `2027-01-01~2027-01-04`. */
export function daysOf(text: string): string[] {
  return text.split(/[\s,,、;;]+/).filter((word) => word !== '').flatMap((word) => {
    const [first = '', last] = word.split(/[~至—]/)
    return last === undefined || !isDay(first) || !isDay(last) ? [first] : span(first, last)
  })
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

function span(first: string, last: string): string[] {
  const days: string[] = []
  for (let time = Date.parse(first); time <= Date.parse(last) && days.length < 60; time += 86_400_000) days.push(new Date(time).toISOString().slice(0, 10))
  return days
}

export type Month = { month: number; working: number; off: string[]; makeUp: string[] }

/** Twelve rows: how many days are worked, which weekdays are off, which weekends are worked. */
export function monthsOf({ days }: CalendarView): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const here = days.filter(({ on }) => Number(on.slice(5, 7)) === index + 1)
    const weekend = (on: string) => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())
    return {
      month: index + 1, working: here.filter(({ working }) => working).length,
      off: here.filter(({ on, working }) => !working && !weekend(on)).map(({ on }) => on),
      makeUp: here.filter(({ on, working }) => working && weekend(on)).map(({ on }) => on),
    }
  })
}
