const weekdays = '日一二三四五六'
const beijingHours = 8 * 3_600_000

/** An instant as it stands on a wall in Beijing: no other clock is ever shown. */
function onWall(at: string | Date): string {
  return new Date(new Date(at).getTime() + beijingHours).toISOString()
}

/** `2026-11-30T02:05:00Z` -> `2026-11-30 10:05`, for columns. */
export const stamp = (at: string): string => onWall(at).slice(0, 16).replace('T', ' ')

/** `10:05:09`. */
export const clock = (at: Date): string => onWall(at).slice(11, 19)

export const today = (): string => onWall(new Date()).slice(0, 10)

/** `2026-11-30` -> `11月30日(周一)`, for sentences. */
export function dayWords(on: string): string {
  const day = new Date(`${on}T00:00:00Z`)
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日(周${weekdays[day.getUTCDay()]})`
}

/** `2026-11-30(周一)`, where the year matters. */
export const dayInFull = (on: string): string => `${on}${dayWords(on).slice(dayWords(on).indexOf('('))}`

export const instantWords = (at: string): string => `${dayWords(onWall(at).slice(0, 10))} ${onWall(at).slice(11, 16)}`

/** What is left of an explanation's days, never a number alone. */
export function daysLeftWords(days: number): string {
  return days < 0 ? `逾期 ${-days} 个工作日` : days === 0 ? '今天到期' : `剩 ${days} 个工作日`
}
