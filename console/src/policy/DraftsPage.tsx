import { useState } from 'preact/hooks'
import type { DraftDismissed, PolicyDraft, PolicyPreview, Published } from '../../../worker/contract/policy-drafts.ts'
import type { PolicyDifference } from '../../../worker/contract/policy-differences.ts'
import { trackLabels } from '../../../worker/contract/labels.ts'
import { isProblemCode, problems } from '../../../worker/contract/problems.ts'
import { addressOf } from '../address/route.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'
import { Field } from '../order/Field.tsx'
import { currentSeat } from '../session/seat.ts'
import { dayInFull } from '../words/dates.ts'

/** Drafts that wait: what each changes, which open cases it touches, and the second person's one press. */
export function DraftsPage() {
  const { answer, failure, again } = useRead<{ items: PolicyDraft[] }>('/policy/drafts')
  const writes = currentSeat()?.posts.some(({ kind }) => kind === 'county_assistance')
  return (
    <Page title="政策草稿" ready={answer !== null} beside={writes ? <a class="button" data-key="n" href={addressOf({ page: 'policyDraft' })}>起草新政策</a> : null}>
      {failure && <FailureNote failure={failure} again={again} />}
      {answer?.items.length === 0 && <p class="lead">没有等待发布的草稿。</p>}
      {answer?.items.map((draft) => <Draft key={draft.id} draft={draft} done={again} />)}
    </Page>
  )
}

function Draft({ draft: { id, fromOn, mine, differences }, done }: { draft: PolicyDraft; done(): void }) {
  const preview = useRead<PolicyPreview>(`/policy/drafts/${id}/preview`)
  return (
    <section class="panel" aria-label={`${fromOn} 起用的草稿`}>
      <h2>从 {dayInFull(fromOn)} 起用</h2>
      <Differences differences={differences} />
      {preview.failure && <FailureNote failure={preview.failure} again={preview.again} />}
      {preview.answer && <Touched {...preview.answer} />}
      {mine ? <p class="quiet">您起草的,要由另一个人发布。</p> : <Publish id={id} done={done} />}
      <TurnDown id={id} mine={mine} done={done} />
    </section>
  )
}

/** What one version changes of another, line by line. */
export function Differences({ differences }: { differences: PolicyDifference[] }) {
  if (differences.length === 0) return <p>和现行政策一样。</p>
  return (
    <table class="list">
      <caption class="unseen">改了哪些</caption>
      <thead><tr><th scope="col">条款</th><th scope="col">原来</th><th scope="col">改成</th></tr></thead>
      <tbody>{differences.map(({ label, from, to }) => <tr key={label}><td>{label}</td><td>{from}</td><td class="strong">{to}</td></tr>)}</tbody>
    </table>
  )
}

function Touched({ open, differ }: PolicyPreview) {
  const said = ({ track, code }: PolicyPreview['differ'][number]['from']) =>
    code === null ? trackLabels[track] : isProblemCode(code) ? problems[code].title : code
  return (
    <>
      <p>正在办的 {open} 件申请里,有 {differ.length} 件办法会变。</p>
      {differ.length > 0 && (
        <ul class="plain-list">
          {differ.slice(0, 50).map((one) => <li key={one.requestId}>{one.townshipName} {one.number}:{said(one.from)} → {said(one.to)}</li>)}
        </ul>
      )}
    </>
  )
}

function Publish({ id, done }: { id: string; done(): void }) {
  const act = useAct<Published>(`/policy/drafts/${id}/publication`)
  const publish = async () => {
    if (act.state !== 'busy' && await act.send({})) done()
  }
  if (!currentSeat()?.posts.some(({ kind }) => kind === 'county_finance')) return null
  return (
    <div class="acts">
      <button type="button" class="main" data-first disabled={act.state === 'busy'} onClick={publish}>{act.state === 'busy' ? '正在提交…' : '发布这一版'}</button>
      <ActNote act={act} />
    </div>
  )
}

function TurnDown({ id, mine, done }: { id: string; mine: boolean; done(): void }) {
  const act = useAct<DraftDismissed>(`/policy/drafts/${id}/dismissal`)
  const [reason, setReason] = useState<string | null>(null)
  const [empty, setEmpty] = useState(false)
  const verb = mine ? '撤回' : '退回'
  if (!currentSeat()?.posts.some(({ kind }) => kind === 'county_finance' || kind === 'county_assistance')) return null
  if (reason === null) return <div class="acts"><button type="button" class="quiet-act" onClick={() => setReason('')}>{verb}草稿</button></div>
  const submit = async (event: Event) => {
    event.preventDefault()
    setEmpty(reason.trim().length < 2)
    if (reason.trim().length >= 2 && await act.send({ reason: reason.trim() })) done()
  }
  return (
    <form class="dismissal" noValidate onSubmit={submit} aria-label={`${verb}草稿`}>
      <ActNote act={act} />
      <Field name="reason" value={reason} wrong={empty ? `请写${verb}的理由` : undefined} fixed={act.state !== 'idle'} hint={`为什么${verb},一句话`} write={setReason} />
      <div class="acts">
        <button class="main" disabled={act.state === 'busy'}>{verb}</button>
        <button type="button" class="quiet-act" onClick={() => setReason(null)}>先不{verb}</button>
      </div>
    </form>
  )
}
