import type { JournalEntry } from '../../../worker/contract/journal.ts'
import { journalLabels } from '../../../worker/contract/labels-journal.ts'
import { postLabels } from '../../../worker/contract/labels.ts'
import { addressOf, type JournalFilter, wholeJournal } from '../address/route.ts'
import { usePages } from '../api/pages.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { instantWords } from '../words/dates.ts'
import { JournalSearch } from './JournalSearch.tsx'

/** 办理记录: who did what and what was refused, for whoever audits the use of the house (D-08, D-09). */
export function JournalPage({ filter }: { filter: JournalFilter }) {
  const asked = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
  const { rows, more, failure, again } = usePages<JournalEntry>(`/journal${asked && `?${asked}`}`, ({ id }) => id)
  return (
    <Page title="办理记录" ready={rows !== null}>
      <p class="lead">谁在什么时候办了什么,被拒的也记。只能看,改不了。</p>
      <JournalSearch filter={filter} />
      {failure && <FailureNote failure={failure} again={again} />}
      {rows?.length === 0 && <p class="panel">{more ? '最近的记录里没有,可以往前找。' : '没有这样的记录。'}</p>}
      {rows && rows.length > 0 && <Entries rows={rows} filter={filter} />}
      {more && <button type="button" onClick={more}>看更早的</button>}
    </Page>
  )
}

const actWords: Record<string, string> = journalLabels

function Entries({ rows, filter }: { rows: JournalEntry[]; filter: JournalFilter }) {
  return (
    <table class="list">
      <caption class="unseen">办理记录</caption>
      <thead>
        <tr>
          <th scope="col">时间</th><th scope="col">谁</th><th scope="col">哪里</th><th scope="col">办什么</th>
          <th scope="col">结果</th><th scope="col">编号</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{instantWords(row.at)}</td>
            <td>{who(row, filter)}</td>
            <td>{row.area}</td>
            <td>{actWords[row.action] ?? row.action}</td>
            <td>{row.outcome === 'done' ? <span class="quiet">办成</span> : <span class="tag late">被拒:{row.problemTitle ?? row.problem}</span>}</td>
            <td class="quiet">{row.object}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The name leads to that person's acts alone; nobody's act is the clock's, or of somebody who was not signed in. */
function who({ personId, by, post }: JournalEntry, filter: JournalFilter) {
  if (personId === null) return <span class="quiet">系统或未登录</span>
  const words = `${post ? `${postLabels[post]} ` : ''}${by ?? '没有姓名'}`
  if (filter.personId === personId) return words
  return <a href={addressOf({ page: 'journal', filter: { ...wholeJournal, personId } })}>{words}</a>
}
