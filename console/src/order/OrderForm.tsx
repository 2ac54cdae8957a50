import { useState } from 'preact/hooks'
import type { FundView, Ordered } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import { formatFen, parseYuan } from '../../../worker/contract/money.ts'
import type { LedgerOrder } from '../../../worker/contract/terms.ts'
import { addressOf, type Route } from '../address/route.ts'
import { returnTo } from '../address/trail.ts'
import { Refused } from '../api/call.ts'
import { tell } from '../session/notice.ts'
import { useAct } from './act.ts'
import { ActNote } from './ActNote.tsx'
import { After } from './After.tsx'
import { bodyOf, wrongOf, type Wrong } from './check.ts'
import { useDraft, type FieldName } from './draft.ts'
import { Field } from './Field.tsx'
import { WrongSummary } from './WrongSummary.tsx'

type Given = {
  fund: FundView
  order: LedgerOrder
  /** Where it is sent, under `/api`, and what it asks. */
  path: string
  asked: FieldName[]
  /** Where the person goes once it is done. */
  home: Route
  entry?: number | null
  /** The sum that moves when none is asked for. */
  wholeFen?: number
}

/** The form of an order. Nothing typed is lost, and sending twice never orders twice. */
export function OrderForm({ fund, order, path, asked, home, entry = null, wholeFen }: Given) {
  const act = useAct<Ordered>(path)
  const { draft, write, forget } = useDraft(path, entry)
  const [wrong, setWrong] = useState<Wrong>({})
  const [tries, setTries] = useState(0)
  const problem = act.failure instanceof Refused ? act.failure.problem : null
  const atFields = problem ? wrongOf(problem) : wrong
  const submit = async (event: Event) => {
    event.preventDefault()
    if (act.state === 'busy') return
    const checked = bodyOf(asked, draft)
    setWrong(checked.wrong)
    setTries(tries + 1)
    if (Object.keys(checked.wrong).length > 0) return
    const answer = await act.send(checked.body)
    if (!answer) return setTries(tries + 2)
    forget()
    tell(doneWords(order, answer), addressOf(home))
    returnTo(home)
  }
  return (
    <form class="order" noValidate onSubmit={submit}>
      <div class="panel">
        <WrongSummary wrong={atFields} tries={tries} />
        {Object.keys(atFields).length === 0 && <ActNote act={act} />}
        {asked.map((name) => (
          <Field
            key={name} name={name} value={draft[name]} wrong={atFields[name]} fixed={act.state !== 'idle'}
            write={(value) => { setWrong({}); write(name, value) }} />
        ))}
        <button class="main" disabled={act.state === 'busy'}>{buttonWords(order, draft.amount, act.state)}</button>
      </div>
      <After fund={fund} order={order} draft={draft} {...(wholeFen === undefined ? {} : { wholeFen })} />
    </form>
  )
}

function buttonWords(order: LedgerOrder, amount: string, state: 'idle' | 'busy' | 'unanswered'): string {
  if (state === 'busy') return '正在提交…'
  if (state === 'unanswered') return '再提交一次'
  const sum = amount === '' ? null : parseYuan(amount)
  return `提交${eventLabels[order]}${sum?.ok ? ` ${formatFen(sum.fen)} 元` : ''}`
}

function doneWords(order: LedgerOrder, { entrySeq }: Ordered): string {
  return entrySeq === null ? `${eventLabels[order]}已提交,等另一个人复核。` : `${eventLabels[order]}已入账,是第 ${entrySeq} 笔。`
}
