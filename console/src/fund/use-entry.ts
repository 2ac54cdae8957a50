import { useCallback } from 'preact/hooks'
import type { EntryPage, EntryView } from '../../../worker/contract/fund.ts'
import { call } from '../api/call.ts'
import { useLoad, type Read } from '../api/read.ts'

/** One entry by its number: the page of the ledger that starts with it. `answer` is an empty list if there is none. */
export function useEntry(code: string, seq: number): Read<EntryView[]> {
  const load = useCallback(async () => {
    if (seq < 1) return []
    const { items } = await call<EntryPage>('GET', `/funds/${code}/entries?after=${seq + 1}&limit=1`)
    return items.filter((item) => item.seq === seq)
  }, [code, seq])
  return useLoad(`entry ${code} ${seq}`, load)
}
