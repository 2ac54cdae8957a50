import type { Funds } from '../../../worker/contract/fund.ts'
import { eventLabels, todoLabels } from '../../../worker/contract/labels.ts'
import type { Todo } from '../../../worker/contract/requests.ts'
import { addressOf, noFilter } from '../address/route.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { openByClick } from '../lists/rows.ts'
import { instantWords } from '../words/dates.ts'
import type { Waiting } from './waiting.ts'

type Item = Todo['items'][number]

/** One line for each kind of work; the line opens its rows. */
export function TodoTable({ items, waiting, funds }: { items: Item[]; waiting: Waiting[]; funds: Funds['items'] }) {
  if (items.length + waiting.length === 0) return <p class="panel">现在没有等您办的事。</p>
  return (
    <table class="list todo">
      <caption class="unseen">待办</caption>
      <thead><tr><th scope="col">事项</th><th scope="col" class="end">件数</th><th scope="col">最近的期限</th></tr></thead>
      <tbody>
        {waiting.map((proposal) => <WaitingRow key={proposal.id} {...proposal} />)}
        {items.map((item) => (
          <TodoRow key={`${item.kind} ${item.fundCode}`} item={item} place={placeOf(item, funds)} />
        ))}
      </tbody>
    </table>
  )
}

function WaitingRow({ id, code, townshipName, order, amountFen, mayConfirm, madeAt }: Waiting) {
  const turn = mayConfirm ? '等您复核' : '等另一个人复核'
  return (
    <tr onClick={openByClick}>
      <td>
        <a data-row={id} href={addressOf({ page: 'proposal', code, id })}>{turn}:{townshipName}{eventLabels[order]}</a>
        {' '}<Yuan fen={amountFen} unit />
      </td>
      <td class="end">1</td>
      <td class="quiet">{instantWords(madeAt)} 提交</td>
    </tr>
  )
}

function TodoRow({ item, place }: { item: Item; place: string }) {
  const { kind, count, dueAt, late, queue, fundCode } = item
  const href = queue ? addressOf({ page: 'queue', queue })
    : fundCode ? addressOf({ page: 'fund', code: fundCode, filter: noFilter }) : '#/'
  return (
    <tr onClick={openByClick}>
      <td><a data-row={`${kind} ${fundCode ?? ''}`} href={href}>{place}{todoLabels[kind]}</a></td>
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
