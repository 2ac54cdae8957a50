import type { Funds } from '../../../worker/contract/fund.ts'
import { todoLabels } from '../../../worker/contract/labels.ts'
import type { Todo } from '../../../worker/contract/requests.ts'
import { addressOf, noFilter } from '../address/route.ts'
import { openByClick } from '../lists/rows.ts'
import { instantWords } from '../words/dates.ts'

type Item = Todo['items'][number]

const isWarning = ({ kind }: Item): boolean => kind === 'fund_low' || kind === 'fund_short'

/** One line for each kind of work, what can be done first, then the warnings; the line opens its rows. */
export function TodoTable({ items, funds }: { items: Item[]; funds: Funds['items'] }) {
  const sorted = [...items].sort((left, right) => Number(isWarning(left)) - Number(isWarning(right)))
  if (items.length === 0) return <p class="panel">现在没有等您办的事。</p>
  return (
    <table class="list todo">
      <caption class="unseen">待办</caption>
      <thead><tr><th scope="col">事项</th><th scope="col" class="end">件数</th><th scope="col">最近的期限</th></tr></thead>
      <tbody>
        {sorted.map((item) => (
          <TodoRow key={`${item.kind} ${item.fundCode}`} item={item} place={placeOf(item, funds)} />
        ))}
      </tbody>
    </table>
  )
}

function TodoRow({ item, place }: { item: Item; place: string }) {
  const { kind, count, dueAt, late, queue, fundCode } = item
  const href = queue ? addressOf({ page: 'queue', queue })
    : fundCode ? addressOf({ page: 'fund', code: fundCode, filter: noFilter })
    : kind === 'letter_ends' ? addressOf({ page: 'letters' }) : '#/'
  return (
    <tr onClick={openByClick}>
      <td><a data-row={`${kind} ${fundCode ?? ''}`} href={href}>{todoLabels[kind]}{place && `:${place}`}</a></td>
      <td class="end">{count}</td>
      <td>
        {dueAt ? instantWords(dueAt) : <span class="quiet">没有期限</span>}
        {dueAt && late && <> <span class="tag late">已超时</span></>}
      </td>
    </tr>
  )
}

const placeOf = ({ fundCode }: Item, funds: Funds['items']): string =>
  funds.find(({ code }) => code === fundCode)?.townshipName ?? ''
