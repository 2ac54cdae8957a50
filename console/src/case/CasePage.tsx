import { actionLabels, causeLabels, refusalLabels, statusLabels, trackLabels } from '../../../worker/contract/labels.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { dayWords } from '../words/dates.ts'
import { County } from './County.tsx'
import { Applicant } from './Applicant.tsx'
import { Grant } from './Grant.tsx'
import { Household } from './Household.tsx'
import { photosOf } from './photos.ts'
import { Photos } from './Photos.tsx'
import { Timeline } from './Timeline.tsx'

/** A whole case for who reconciles: what was asked, what was paid, what proves it. */
export function CasePage({ id }: { id: string }) {
  const { answer, failure, again } = useRead<RequestView>(`/requests/${id}`)
  if (!answer) return <Page title="申请">{failure && <FailureNote failure={failure} again={again} />}</Page>
  return (
    <Page title={`申请 ${answer.number}`} beside={<Standing {...answer} />} ready>
      {failure && <FailureNote failure={failure} again={again} />}
      <div class="case">
        <div>
          {answer.county && <County county={answer.county} />}
          {answer.refusal && <Refusal {...answer.refusal} />}
          {answer.grants.map((grant) => <Grant key={grant.id} grant={grant} fundCode={answer.fundCode} requestId={answer.id} />)}
          {answer.grants.length === 0 && !answer.refusal && <p class="panel">还没有批准,账上没有变动。</p>}
          <Applicant view={answer} />
          {answer.household && <Household id={answer.household.id} />}
        </div>
        <div>
          <Photos photos={photosOf(answer)} view={answer} />
          <Timeline items={answer.timeline} />
          {answer.actions.length > 0 && (
            <p class="panel small">您可以在手机小程序里办:{answer.actions.map((action) => actionLabels[action]).join('、')}。</p>
          )}
        </div>
      </div>
    </Page>
  )
}

function Standing({ status, track, causeCode }: RequestView) {
  const tone = status === 'closed' || status === 'paid' ? 'good' : status === 'refused' ? 'late' : 'owed'
  return <p><span class={`tag ${tone}`}>{statusLabels[status]}</span> {trackLabels[track]},{causeLabels[causeCode]}</p>
}

function Refusal({ code, facts, reason, reviewUntilOn }: NonNullable<RequestView['refusal']>) {
  return (
    <section class="panel">
      <h2>不予救助</h2>
      <p>{refusalLabels[code]}</p>
      {reason && <p>{reason}</p>}
      {facts && <p class="quiet">{facts}</p>}
      <p>可以在 {dayWords(reviewUntilOn)} 前申请复核。</p>
    </section>
  )
}
