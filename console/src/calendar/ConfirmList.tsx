import type { CalendarConfirmed, CalendarView } from '../../../worker/contract/calendar.ts'
import { ActNote } from '../order/ActNote.tsx'
import { useAct } from '../order/act.ts'
import { dayWords, instantWords } from '../words/dates.ts'

type Given = { list: NonNullable<CalendarView['waiting']>; may: boolean; done(): void }

/** What somebody has imported: held against the notice by another, who confirms it once. */
export function ConfirmList({ list, may, done }: Given) {
  const act = useAct<CalendarConfirmed>(`/calendar/lists/${list.listId}/confirmation`)
  const confirm = async () => {
    if (act.state !== 'busy' && await act.send({})) done()
  }
  return (
    <section class="panel" aria-labelledby="waiting-title">
      <h2 id="waiting-title">等复核的放假安排</h2>
      <dl class="facts voucher">
        <div><dt>通知</dt><dd>{list.paper ?? ''}</dd></div>
        <div><dt>导入</dt><dd>{list.by ?? ''} {instantWords(list.at)}</dd></div>
        <div class="whole"><dt>放假</dt><dd>{list.holidays.map(dayWords).join('、')}</dd></div>
        <div class="whole"><dt>补班</dt><dd>{list.makeUpDays.map(dayWords).join('、') || '无'}</dd></div>
      </dl>
      <ActNote act={act} />
      {may
        ? <button type="button" class="main" disabled={act.state === 'busy'} onClick={confirm}>{act.state === 'busy' ? '正在提交…' : '与通知一致,确认'}</button>
        : <p class="quiet">要由县里另一个人复核。确认后不能再改。</p>}
    </section>
  )
}
