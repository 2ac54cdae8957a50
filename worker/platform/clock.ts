/** `now()` of a real clock or of a test. */
export type Clock = () => Date

const eightHours = 8 * 60 * 60 * 1000

/** The Beijing calendar day of an instant, `2026-09-30`. China has one time zone and no summer time. */
export function beijingDay(instant: Date): string {
  return new Date(instant.getTime() + eightHours).toISOString().slice(0, 10)
}

/** Calendar days, on `2026-09-30`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Calendar hours. */
export function addHours(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000)
}
