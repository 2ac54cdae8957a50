import { useState } from 'preact/hooks'
import type { CalendarImported } from '../../../worker/contract/calendar.ts'
import { Refused } from '../api/call.ts'
import { ActNote } from '../order/ActNote.tsx'
import { useAct } from '../order/act.ts'
import { daysOf } from './days.ts'

type Name = 'paper' | 'holidays' | 'makeUpDays'
const asked: [Name, string, string][] = [
  ['paper', '通知文号', '国务院办公厅的放假通知'],
  ['holidays', '放假的日子', '每行一天,或写成 2027-01-01~2027-01-03'],
  ['makeUpDays', '周末补班的日子', '没有就不填'],
]

/** The State Council's notice of a year, typed or pasted; it counts once another person has confirmed it. */
export function ImportList({ year, done }: { year: number; done(): void }) {
  const act = useAct<CalendarImported>('/calendar/lists')
  const [draft, setDraft] = useState<Record<Name, string>>({ paper: '', holidays: '', makeUpDays: '' })
  const problem = act.failure instanceof Refused ? act.failure.problem : null
  const wrongAt = (name: Name) => problem?.fields?.find(({ field }) => field.split('.')[0] === name)?.message
  const submit = async (event: Event) => {
    event.preventDefault()
    const body = { year, paper: draft.paper, holidays: daysOf(draft.holidays), makeUpDays: daysOf(draft.makeUpDays) }
    if (act.state === 'busy' || !await act.send(body)) return
    setDraft({ paper: '', holidays: '', makeUpDays: '' })
    done()
  }
  return (
    <form class="order" noValidate onSubmit={submit}>
      <div class="panel">
        <h2>导入 {year} 年放假安排</h2>
        <ActNote act={act} />
        {asked.map(([name, label, hint]) => {
          const wrong = wrongAt(name)
          const given = {
            id: name, name, value: draft[name], 'aria-describedby': `${name}-hint`,
            onInput: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [name]: event.currentTarget.value }),
          }
          return (
            <div key={name} class={wrong ? 'field wrong' : 'field'}>
              <p class="asked"><label for={name}>{label}</label> <span class="small quiet" id={`${name}-hint`}>{hint}</span></p>
              {wrong && <p class="wrong-words">{wrong}</p>}
              {name === 'paper' ? <input class="words" autocomplete="off" {...given} /> : <textarea rows={5} class="words" {...given} />}
            </div>
          )
        })}
        <button class="main" disabled={act.state === 'busy'}>{act.state === 'busy' ? '正在提交…' : '提交,等另一个人复核'}</button>
      </div>
    </form>
  )
}
