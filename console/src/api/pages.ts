import { useCallback, useEffect, useState } from 'preact/hooks'
import { onSeatChange } from '../session/seat.ts'
import { call, type Failure } from './call.ts'
import { asFailure } from './read.ts'

type Page<Row> = { items: Row[]; next: string | null }

/** A list that grows downwards: the rows so far, and the way to earlier ones. */
export type Pages<Row> = { rows: Row[] | null; more: (() => void) | null; failure: Failure | null; again(): void }

const kept = new Map<string, Page<unknown>>()
onSeatChange(() => kept.clear())

/** Reads the first page anew each time and keeps the earlier rows that still join on to it. */
export function usePages<Row>(path: string, keyOf: (row: Row) => string | number): Pages<Row> {
  const [, redraw] = useState(0)
  const [failure, setFailure] = useState<Failure | null>(null)
  const keep = useCallback((page: Page<Row>) => {
    kept.set(path, page)
    setFailure(null)
    redraw((count) => count + 1)
  }, [path])
  const again = useCallback(() => {
    call<Page<Row>>('GET', path).then(
      (first) => keep(joined(first, kept.get(path) as Page<Row> | undefined, keyOf)),
      (error: unknown) => setFailure(asFailure(error)))
  }, [path])
  useEffect(again, [again])
  const page = kept.get(path) as Page<Row> | undefined
  const next = page?.next
  const more = page && next ? () => {
    const earlier = `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`
    call<Page<Row>>('GET', earlier).then(
      ({ items, next: following }) => keep({ items: [...page.items, ...items], next: following }),
      (error: unknown) => setFailure(asFailure(error)))
  } : null
  return { rows: page?.items ?? null, more, failure, again }
}

function joined<Row>(first: Page<Row>, before: Page<Row> | undefined, keyOf: (row: Row) => string | number): Page<Row> {
  const lowest = first.items.at(-1)
  if (!before || !lowest) return first
  const seam = before.items.findIndex((row) => keyOf(row) === keyOf(lowest))
  return seam < 0 ? first : { items: [...first.items, ...before.items.slice(seam + 1)], next: before.next }
}
