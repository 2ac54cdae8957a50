import { useState } from 'preact/hooks'
import type { ListChecked, ListImported } from '../../../worker/contract/programs.ts'
import { callWithFile, type Failure } from '../api/call.ts'
import { asFailure } from '../api/read.ts'
import { newKey } from '../order/act.ts'

export type Wish = { program: string; fromOn: string; toOn: string; townshipCode: string | null }
type State = 'idle' | 'checking' | 'importing'

/** A file is looked through, then the very same file is imported. The key stays until the server has said yes or no. */
export function useList(done: (imported: ListImported) => void) {
  const [state, setState] = useState<State>('idle')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [checked, setChecked] = useState<{ answer: ListChecked; wish: Wish; file: File; key: string } | null>(null)
  const run = async (busy: State, work: () => Promise<void>) => {
    if (state !== 'idle') return
    setState(busy)
    setFailure(null)
    try {
      await work()
    } catch (error) {
      setFailure(asFailure(error))
    } finally {
      setState('idle')
    }
  }
  return {
    state,
    failure,
    checked: checked?.answer ?? null,
    forget: () => { setChecked(null); setFailure(null) },
    check: (wish: Wish, file: File) => run('checking', async () => {
      setChecked(null)
      const answer = await callWithFile<ListChecked>(`/programs/lists/check?${queryOf(wish)}`, file, newKey())
      setChecked({ answer, wish, file, key: newKey() })
    }),
    confirm: () => run('importing', async () => {
      if (!checked) return
      const { answer, wish, file, key } = checked
      done(await callWithFile<ListImported>(`/programs/lists?${queryOf(wish)}&sha256=${answer.sha256}`, file, key))
      setChecked(null)
    }),
  }
}

function queryOf({ program, fromOn, toOn, townshipCode }: Wish): string {
  return new URLSearchParams({ program, fromOn, toOn, ...(townshipCode === null ? {} : { townshipCode }) }).toString()
}
