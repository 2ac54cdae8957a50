import type { ChecksView } from '../../../worker/contract/checks.ts'
import type { Funds } from '../../../worker/contract/fund.ts'
import type { Todo } from '../../../worker/contract/requests.ts'
import type { SystemView } from '../../../worker/contract/system.ts'
import { Refused } from '../api/call.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { Alarm } from './Alarm.tsx'
import { ChecksPanel } from './ChecksPanel.tsx'
import { FundTable } from './FundTable.tsx'
import { SystemPanel } from './SystemPanel.tsx'
import { TodoTable } from './TodoTable.tsx'
import { dayWords, today } from '../words/dates.ts'

/** The first page: what waits for this person, the funds in scope, and how the machine is. */
export function TodayPage() {
  const todo = useRead<Todo>('/todo')
  const funds = useRead<Funds>('/funds')
  const system = useRead<SystemView>('/system')
  const checks = useRead<ChecksView>('/checks')
  const items = funds.answer?.items ?? null
  const barred = funds.failure instanceof Refused && funds.failure.problem.code === 'post_required'
  return (
    <Page title={`今天 ${dayWords(today())}`} ready={todo.answer !== null && (items !== null || funds.failure !== null)}>
      <Alarm view={system.answer} funds={items ?? []} />
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
      <ChecksPanel checks={checks} />
      <SystemPanel system={system} />
    </Page>
  )
}
