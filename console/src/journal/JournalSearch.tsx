import { journalLabels } from '../../../worker/contract/labels-journal.ts'
import { type JournalFilter, wholeJournal } from '../address/route.ts'
import { stay } from '../address/trail.ts'

/** Act, day and outcome; they go into the address at once. */
export function JournalSearch({ filter }: { filter: JournalFilter }) {
  const change = (part: Partial<JournalFilter>) => stay({ page: 'journal', filter: { ...filter, ...part } })
  const active = Object.values(filter).some((value) => value !== '')
  return (
    <form class="filter" role="search" aria-label="筛选办理记录" onSubmit={(event) => event.preventDefault()}>
      <input type="date" data-search aria-label="哪一天" value={filter.onDay} onInput={(event) => change({ onDay: event.currentTarget.value })} />
      <select aria-label="办什么" value={filter.action} onChange={(event) => change({ action: event.currentTarget.value })}>
        <option value="">全部事项</option>
        {Object.entries(journalLabels).map(([action, words]) => <option key={action} value={action}>{words}</option>)}
      </select>
      <select aria-label="结果" value={filter.outcome} onChange={(event) => change({ outcome: event.currentTarget.value })}>
        <option value="">全部结果</option>
        <option value="done">办成</option>
        <option value="refused">被拒</option>
      </select>
      {filter.personId && <span class="tag">只看一个人</span>}
      {active && (
        <button type="button" class="link" data-key="x" data-key-words="清除筛选" onClick={() => change(wholeJournal)}>清除</button>
      )}
    </form>
  )
}
