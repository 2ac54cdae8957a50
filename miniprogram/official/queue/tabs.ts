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
  grid_worker: ['mine'], coordinator: ['mine'],
  caseworker: ['accept', 'explain', 'pay', 'all'],
  finance_reviewer: ['check', 'pay', 'all'], cashier: ['pay', 'all'],
  deputy_leader: ['decide', 'check', 'all'], leader: ['decide', 'check', 'all'],
  county_leader: ['county', 'all'], county_assistance: ['county', 'check', 'all'], county_finance: ['pay', 'all'], auditor: ['all'],
}
const order: Queue[] = ['accept', 'decide', 'county', 'pay', 'check', 'explain', 'notice', 'mine', 'all']

/** What each list holds; `new_urgent` and the clocks only colour it, they are in it already. */
const counted: TodoKind[] = [
  'to_accept', 'to_decide', 'to_pay', 'to_countersign', 'to_explain', 'to_check', 'county_turn', 'notice_owed',
]

export function tabsOf(posts: Session['posts'], todo: Todo | null): Tab[] {
  const waiting = (todo?.items ?? []).filter((item) => counted.indexOf(item.kind) >= 0)
  const shown = order.filter((queue) => posts.some((post) => (lists[post.kind] ?? []).indexOf(queue) >= 0)
    || waiting.some((item) => item.queue === queue))
  return shown.map((queue) => {
    const items = waiting.filter((item) => item.queue === queue)
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
