import { useState } from 'preact/hooks'
import type { FundView, Ordered } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import { formatFen, parseYuan } from '../../../worker/contract/money.ts'
import type { FundOrder } from '../../../worker/contract/terms.ts'
import { addressOf, noFilter } from '../address/route.ts'
import { returnTo } from '../address/trail.ts'
import { Refused } from '../api/call.ts'
import { tell } from '../session/notice.ts'
import { useAct } from './act.ts'
import { ActNote } from './ActNote.tsx'
import { After } from './After.tsx'
import { bodyOf, wrongOf, type Wrong } from './check.ts'
import { useDraft } from './draft.ts'
import { Field } from './Field.tsx'
import { orders } from './orders.ts'
import { WrongSummary } from './WrongSummary.tsx'

type Given = { fund: FundView; order: FundOrder; entry: number | null }

/** The form of an order. Nothing typed is lost, and sending twice never orders twice. */
export function OrderForm({ fund, order, entry }: Given) {
  const path = `/funds/${fund.code}/${orders[order].path}`
  const act = useAct<Ordered>(path)
  const { draft, write, forget } = useDraft(path, entry)
  const [wrong, setWrong] = useState<Wrong>({})
  const [tries, setTries] = useState(0)
  const problem = act.failure instanceof Refused ? act.failure.problem : null
  const atFields = problem ? wrongOf(problem) : wrong
  const submit = async (event: Event) => {
    event.preventDefault()
    if (act.state === 'busy') return
    const checked = bodyOf(order, draft)
    setWrong(checked.wrong)
    setTries(tries + 1)
    if (Object.keys(checked.wrong).length > 0) return
    const answer = await act.send(checked.body)
    if (!answer) return setTries(tries + 2)
    forget()
    const home = { page: 'fund', code: fund.code, filter: noFilter } as const
    tell(doneWords(order, answer), addressOf(home))
    returnTo(home)
  }
  return (
    <form class="order" noValidate onSubmit={submit}>
      <div class="panel">
        <WrongSummary wrong={atFields} tries={tries} />
        {Object.keys(atFields).length === 0 && <ActNote act={act} />}
        {orders[order].fields.map((name) => (
          <Field
            key={name} name={name} value={draft[name]} wrong={atFields[name]} fixed={act.state !== 'idle'}
            write={(value) => { setWrong({}); write(name, value) }} />
        ))}
        <button class="main" disabled={act.state === 'busy'}>{buttonWords(order, draft.amount, act.state)}</button>
      </div>
      <After fund={fund} order={order} draft={draft} />
    </form>
  )
}

function buttonWords(order: FundOrder, amount: string, state: 'idle' | 'busy' | 'unanswered'): string {
  if (state === 'busy') return '正在提交…'
  if (state === 'unanswered') return '再提交一次'
  const sum = order === 'undo' ? null : parseYuan(amount)
  return `提交${eventLabels[order]}${sum?.ok ? ` ${formatFen(sum.fen)} 元` : ''}`
}

function doneWords(order: FundOrder, { entrySeq }: Ordered): string {
  return entrySeq === null ? `${eventLabels[order]}已提交,等另一个人复核。` : `${eventLabels[order]}已入账,是第 ${entrySeq} 笔。`
}
