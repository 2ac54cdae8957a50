import { useState } from 'preact/hooks'
import type { Drafted } from '../../../worker/contract/policy-drafts.ts'
import type { PublicPolicy } from '../../../worker/contract/policy.ts'
import { refusalLabels } from '../../../worker/contract/labels.ts'
import { policyLines, policyUnitWords, type PolicyLine } from '../../../worker/contract/policy-lines.ts'
import { refusalCodes, type RefusalCode } from '../../../worker/contract/terms.ts'
import { addressOf } from '../address/route.ts'
import { returnTo } from '../address/trail.ts'
import { Refused } from '../api/call.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'
import { tell } from '../session/notice.ts'
import { draftOf, fieldId, rowsOf, typedOf, type Rows, type Typed, type Wrongs } from './draft-form.ts'
import { QuotaRows, TierRows } from './ListRows.tsx'

/** A new version is written here, line by line, from what is in force; another person publishes it. */
export function DraftPage() {
  const { answer, failure, again } = useRead<PublicPolicy>('/policy')
  return (
    <Page title="起草新政策" ready={answer !== null}>
      {failure && <FailureNote failure={failure} again={again} />}
      {answer && <DraftForm policy={answer} />}
    </Page>
  )
}

function DraftForm({ policy }: { policy: PublicPolicy }) {
  const act = useAct<Drafted>('/policy/drafts')
  const [typed, setTyped] = useState<Typed>(() => typedOf(policy))
  const [rows, setRows] = useState<Rows>(() => rowsOf(policy))
  const [codes, setCodes] = useState<RefusalCode[]>(policy.refusalCodes)
  const [wrong, setWrong] = useState<Wrongs>({})
  const problem = act.failure instanceof Refused ? act.failure.problem : null
  const atFields: Wrongs = { ...wrong, ...Object.fromEntries((problem?.fields ?? []).map(({ field, message }) => [fieldId(field), message])) }
  const write = (name: string, value: string) => { setWrong({}); setTyped({ ...typed, [name]: value }) }
  const list = (change: Partial<Rows>) => { setWrong({}); setRows({ ...rows, ...change }) }
  const submit = async (event: Event) => {
    event.preventDefault()
    const draft = draftOf(typed, rows, codes)
    setWrong(draft.wrong)
    const [first] = Object.keys(draft.wrong)
    if (first) return document.getElementById(first)?.focus()
    if (!await act.send(draft.body)) return
    const home = { page: 'policyDrafts' } as const
    tell('草稿已提交,等另一个人发布。', addressOf(home))
    returnTo(home)
  }
  const line = (name: string, label: string, hint: string) => (
    <Line key={name} name={name} label={label} hint={hint} value={typed[name] ?? ''} wrong={atFields[name]} write={(value) => write(name, value)} />
  )
  return (
    <form class="policy-form" noValidate onSubmit={submit}>
      <ActNote act={act} />
      {Object.keys(atFields).length > 0 && <p class="note late" role="alert">有 {Object.keys(atFields).length} 处需要修改</p>}
      <section class="panel">{line('fromOn', '从哪天起用', '明天或以后,如 2027-07-01')}</section>
      <section class="panel policy-lines">
        {policyLines.filter(({ key }) => key !== 'publishEmergencyNames').map((one) => one.choices
          ? <Choice key={one.key} line={one} value={typed[one.key] ?? ''} write={(value) => write(one.key, value)} />
          : line(one.key, `${one.label}(${policyUnitWords[one.unit]})`, hintOf(one)))}
      </section>
      <TierRows rows={rows.tiersFen} wrong={atFields} write={(tiersFen) => list({ tiersFen })} />
      <QuotaRows rows={rows.quotas} wrong={atFields} write={(quotas) => list({ quotas })} />
      <fieldset class="panel">
        <legend>不予救助可用的理由</legend>
        {refusalCodes.map((code) => (
          <label key={code} class="check">
            <input type="checkbox" checked={codes.includes(code)}
              onChange={(event) => setCodes(event.currentTarget.checked ? [...codes, code] : codes.filter((one) => one !== code))} />
            {refusalLabels[code]}
          </label>
        ))}
      </fieldset>
      <button class="main" disabled={act.state === 'busy'}>{act.state === 'busy' ? '正在提交…' : '提交草稿'}</button>
    </form>
  )
}

const hintOf = ({ seen, rule, hint, idle }: PolicyLine) =>
  [hint, `各地:${seen}`, `依据 ${rule}`, idle && '这一条现在只记录,还不管事'].filter((part) => part).join(';')

type LineGiven = { name: string; label: string; hint: string; value: string; wrong: string | undefined; write(value: string): void }

function Line({ name, label, hint, value, wrong, write }: LineGiven) {
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <p class="asked"><label for={name}>{label}</label> <span class="small quiet" id={`${name}-hint`}>{hint}</span></p>
      {wrong && <p class="wrong-words" id={`${name}-wrong`}>{wrong}</p>}
      <input
        id={name} value={value} autocomplete="off" spellcheck={false} class="day"
        data-first={name === 'fromOn' ? '' : undefined} aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={`${name}-hint${wrong ? ` ${name}-wrong` : ''}`} onInput={(event) => write(event.currentTarget.value)} />
    </div>
  )
}

function Choice({ line, value, write }: { line: PolicyLine; value: string; write(value: string): void }) {
  const { key, label, choices } = line
  return (
    <div class="field">
      <p class="asked"><label for={key}>{label}</label> <span class="small quiet">{hintOf(line)}</span></p>
      <select id={key} value={value} onChange={(event) => write(event.currentTarget.value)}>
        {Object.entries(choices ?? {}).map(([word, name]) => <option key={word} value={word}>{name}</option>)}
      </select>
    </div>
  )
}
