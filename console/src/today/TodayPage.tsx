import type { Funds } from '../../../worker/contract/fund.ts'
import type { Todo } from '../../../worker/contract/requests.ts'
import { Refused } from '../api/call.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { FundTable } from './FundTable.tsx'
import { TodoTable } from './TodoTable.tsx'
import { dayWords, today } from '../words/dates.ts'

/** The first page: what waits for this person, then the funds in scope. */
export function TodayPage() {
  const todo = useRead<Todo>('/todo')
  const funds = useRead<Funds>('/funds')
  const items = funds.answer?.items ?? null
  const barred = funds.failure instanceof Refused && funds.failure.problem.code === 'post_required'
  return (
    <Page title={`今天 ${dayWords(today())}`} ready={todo.answer !== null && (items !== null || funds.failure !== null)}>
      <section aria-labelledby="todo-title">
        <h2 id="todo-title">待办</h2>
        {todo.failure && <FailureNote failure={todo.failure} again={todo.again} />}
        {todo.answer && <TodoTable items={todo.answer.items} funds={items ?? []} />}
      </section>
      <section aria-labelledby="funds-title">
        <h2 id="funds-title">储备金</h2>
        {barred && <p class="panel">您的岗位不看储备金。要看,请联系县财政。</p>}
        {funds.failure && !barred && <FailureNote failure={funds.failure} again={funds.again} />}
        {items && (items.length > 0 ? <FundTable funds={items} /> : <p class="panel">您的辖区里还没有储备金。</p>)}
      </section>
    </Page>
  )
}
