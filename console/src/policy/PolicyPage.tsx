import { trackLabels } from '../../../worker/contract/labels.ts'
import type { PublicPolicy } from '../../../worker/contract/policy.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { Yuan } from '../lists/Yuan.tsx'
import { currentSeat } from '../session/seat.ts'
import { dayInFull } from '../words/dates.ts'
import { AllLines, Lists, Versions } from './Versions.tsx'

/** The county's rules in force, in plain words, for anybody: they are set and published by the county (N-30). */
export function PolicyPage() {
  const { answer, failure, again } = useRead<PublicPolicy>('/policy')
  return (
    <Page title="现行政策" ready={answer !== null} beside={currentSeat() ? <DraftsLink /> : <a class="button" href="#/">去登录</a>}>
      {failure && <FailureNote failure={failure} again={again} />}
      {answer && (
        <>
          <p class="lead">由县里制定并公开。从 {dayInFull(answer.fromOn)} 起用,第 {answer.version} 版。{currentSeat() && <a href="#/calendar">看工作日历</a>}</p>
          <Tracks {...answer} />
          <Limits {...answer} />
          <Lists policy={answer} />
          <AllLines policy={answer} />
          <Versions />
        </>
      )}
    </Page>
  )
}

function Tracks({ smallCapFen, smallBasis, urgentCeilingFen, smallHours, urgentHours, standardDays }: PublicPolicy) {
  const standard = <>超过 <Yuan fen={urgentCeilingFen} unit />,或看病上学等花销大</>
  const lines = [
    ['small', <>{smallBasis === 'per_person' ? '每人' : '每次'}最多 <Yuan fen={smallCapFen} unit /></>, `${smallHours} 小时内`, '不先公示'],
    ['urgent', <>每次最多 <Yuan fen={urgentCeilingFen} unit /></>, `${urgentHours} 小时内`, '先给钱,后补材料'],
    ['standard', standard, `${standardDays} 天内`, '先调查、公示,满期再批'],
  ] as const
  return (
    <section aria-labelledby="tracks-title">
      <h2 id="tracks-title">给多少,多快办</h2>
      <table class="list">
        <caption class="unseen">三种办法</caption>
        <thead>
          <tr>
            <th scope="col">办法</th><th scope="col">给多少</th><th scope="col">收到申请后多久办</th>
            <th scope="col">怎么办</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([track, sum, time, way]) => (
            <tr key={track}><td class="strong">{trackLabels[track]}</td><td>{sum}</td><td>{time}</td><td>{way}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Limits({ dibaoFen, ruralDibaoFen, cashCapFen, explanationDays, sameCausePerYear, householdPerYear }: PublicPolicy) {
  return (
    <section aria-labelledby="limits-title">
      <h2 id="limits-title">还有这些规定</h2>
      <dl class="panel facts voucher">
        <div><dt>低保标准</dt><dd>{ruralDibaoFen === null ? '' : '城镇'}每人每月 <Yuan fen={dibaoFen} unit />{ruralDibaoFen !== null && <>,农村 <Yuan fen={ruralDibaoFen} unit /></>}</dd></div>
        <div><dt>现金</dt><dd>一次最多 <Yuan fen={cashCapFen} unit />,再多就转账</dd></div>
        <div><dt>同一件急事</dt><dd>一户一年最多 {sameCausePerYear} 次</dd></div>
        <div><dt>所有急事合计</dt><dd>一户一年最多 {householdPerYear} 次</dd></div>
        <div class="whole"><dt>事后说明</dt><dd>钱到账后 {explanationDays} 个工作日内补上</dd></div>
      </dl>
    </section>
  )
}

/** Officers of the county write and publish; others only read. */
function DraftsLink() {
  const county = ['county_assistance', 'county_finance', 'auditor']
  if (!currentSeat()?.posts.some(({ kind }) => county.includes(kind))) return null
  return <a class="button" href="#/policy/drafts" data-key="n">政策草稿</a>
}
