import type { CalendarView } from '../../../worker/contract/calendar.ts'
import { addressOf } from '../address/route.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { dayWords } from '../words/dates.ts'
import { ConfirmList } from './ConfirmList.tsx'
import { ImportList } from './ImportList.tsx'
import { monthsOf } from './days.ts'

/** 工作日历: a year as a table, and the county's two steps that make it official (N-22). */
export function CalendarPage({ year }: { year: number }) {
  const { answer, failure, again } = useRead<CalendarView>(`/calendar?year=${year}`)
  const beside = (
    <div class="orders">
      <a class="button" href={addressOf({ page: 'calendar', year: year - 1 })}>{year - 1} 年</a>
      <a class="button" href={addressOf({ page: 'calendar', year: year + 1 })}>{year + 1} 年</a>
    </div>
  )
  return (
    <Page title={`${year} 年工作日历`} ready={answer !== null} beside={beside}>
      {failure && <FailureNote failure={failure} again={again} />}
      {answer && (
        <>
          {answer.official
            ? <p class="lead">放假安排已导入并复核。期限都按这张表数工作日。</p>
            : <p class="note owed">暂定:这一年的放假安排还没有导入,只按周末数。涉及这一年的期限都标暂定。</p>}
          {answer.waiting && <ConfirmList list={answer.waiting} may={answer.mayConfirm} done={again} />}
          {answer.mayImport && <ImportList year={year} done={again} />}
          <Year view={answer} />
        </>
      )}
    </Page>
  )
}

function Year({ view }: { view: CalendarView }) {
  return (
    <section class="panel" aria-label={`${view.year} 年各月`}>
      <table>
        <thead><tr><th scope="col">月份</th><th scope="col">工作日</th><th scope="col">平日放假</th><th scope="col">周末补班</th></tr></thead>
        <tbody>
          {monthsOf(view).map(({ month, working, off, makeUp }) => (
            <tr key={month}>
              <td>{month}月</td><td>{working} 天</td><td>{off.map(dayWords).join('、') || '无'}</td><td>{makeUp.map(dayWords).join('、') || '无'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
