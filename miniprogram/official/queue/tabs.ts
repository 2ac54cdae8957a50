/** Which lists a person works from, and what waits in each. */
import { queueLabels } from '../../../worker/contract/labels.ts'
import type { Session } from '../../../worker/contract/identity.ts'
import type { Todo } from '../../../worker/contract/requests.ts'
import type { PostKind, Queue, TodoKind } from '../../../worker/contract/terms.ts'

export interface Tab {
  queue: Queue
  label: string
  count: number
  late: boolean
}

const lists: Partial<Record<PostKind, Queue[]>> = {
  grid_worker: ['mine', 'explain'], coordinator: ['mine', 'explain'],
  caseworker: ['accept', 'explain', 'pay', 'all'],
  finance_reviewer: ['check', 'pay', 'all'], cashier: ['pay', 'all'],
  deputy_leader: ['decide', 'check', 'all'], leader: ['decide', 'check', 'all'],
  county_assistance: ['county', 'all'], county_finance: ['all'], auditor: ['all'],
}
const order: Queue[] = ['accept', 'decide', 'county', 'pay', 'check', 'explain', 'notice', 'mine', 'all']

/** What each list holds; `new_urgent` and the clocks only colour it, they are in it already. */
const counted: Partial<Record<TodoKind, Queue>> = {
  to_accept: 'accept', to_decide: 'decide', to_pay: 'pay', to_countersign: 'pay', to_explain: 'explain',
  to_check: 'check',
  county_turn: 'county', notice_owed: 'notice',
}

export function tabsOf(posts: Session['posts'], todo: Todo | null): Tab[] {
  const waiting = (todo?.items ?? []).filter((item) => counted[item.kind])
  const shown = order.filter((queue) => posts.some((post) => (lists[post.kind] ?? []).indexOf(queue) >= 0)
    || waiting.some((item) => counted[item.kind] === queue))
  return shown.map((queue) => {
    const items = waiting.filter((item) => counted[item.kind] === queue)
    return {
      queue, label: queueLabels[queue], count: items.reduce((sum, item) => sum + item.count, 0),
      late: items.some((item) => item.late),
    }
  })
}

/** The first list with something in it. */
export function firstTab(tabs: Tab[]): Queue {
  return (tabs.filter((tab) => tab.count > 0)[0] ?? tabs[0])?.queue ?? 'all'
}
