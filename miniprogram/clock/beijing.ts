/** Beijing time for people; the wire speaks UTC. Without Intl, which old phones lack. */
const eightHours = 8 * 3600_000
const weekdays = ['日', '一', '二', '三', '四', '五', '六']

function inBeijing(at: string | number): Date {
  return new Date((typeof at === 'number' ? at : Date.parse(at)) + eightHours)
}

const two = (part: number): string => (part < 10 ? `0${part}` : `${part}`)

/** `2026-11-30` in Beijing. */
export function beijingDay(at: string | number): string {
  const day = inBeijing(at)
  return `${day.getUTCFullYear()}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`
}

/** `2026-11-30` -> 11月30日(周一). */
export function dayWords(on: string): string {
  const day = new Date(`${on}T00:00:00Z`)
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日(周${weekdays[day.getUTCDay()]})`
}

/** `2027-12-31` -> 2027年12月31日(周五), for a day that may lie in another year. */
export function dayInFull(on: string): string {
  return `${on.slice(0, 4)}年${dayWords(on)}`
}

/** An instant -> 11月30日(周一) 14:05. */
export function momentWords(at: string): string {
  const day = inBeijing(at)
  return `${dayWords(beijingDay(at))} ${two(day.getUTCHours())}:${two(day.getUTCMinutes())}`
}

/** An instant -> 11月30日 14:05, for tight rows. */
export function shortWords(at: string): string {
  const day = inBeijing(at)
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日 ${two(day.getUTCHours())}:${two(day.getUTCMinutes())}`
}

/** A span -> 23小时41分; above two days -> 2天5小时. */
export function spanWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.floor(milliseconds / 60_000))
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return hours % 24 > 0 ? `${Math.floor(hours / 24)}天${hours % 24}小时` : `${Math.floor(hours / 24)}天`
  return hours > 0 ? `${hours}小时${two(minutes % 60)}分` : `${minutes}分`
}

export function msUntil(at: string, now = Date.now()): number {
  return Date.parse(at) - now
}
