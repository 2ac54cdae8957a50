import { useState } from 'preact/hooks'
import type { Townships } from '../../../worker/contract/identity.ts'
import type { LetterIssued } from '../../../worker/contract/letters.ts'
import { parseYuan } from '../../../worker/contract/money.ts'
import { Refused } from '../api/call.ts'
import { useRead } from '../api/read.ts'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'
import { today } from '../words/dates.ts'

type Draft = { number: string; townshipCode: string; ceilingFen: string; validFromOn: string; validUntilOn: string }
type Name = keyof Draft

const asked: [name: Name, label: string, hint: string, kind: string][] = [
  ['number', '委托书编号', '纸质委托书上的文号', 'serial'],
  ['ceilingFen', '委托上限(元)', '乡镇一次最多批多少', 'sum'],
  ['validFromOn', '委托起始日', '写成 2026-09-30 这样', 'day'],
  ['validUntilOn', '委托截止日', '写成 2027-09-30 这样', 'day'],
]

/** A new letter; a later one replaces what a township had. */
export function IssueLetter({ done }: { done(): void }) {
  const act = useAct<LetterIssued>('/letters')
  const townships = useRead<Townships>('/townships').answer?.townships ?? []
  const blank: Draft = { number: '', townshipCode: '', ceilingFen: '', validFromOn: today(), validUntilOn: '' }
  const [draft, setDraft] = useState(blank)
  const [wrong, setWrong] = useState<Partial<Record<Name, string>>>({})
  const problem = act.failure instanceof Refused ? act.failure.problem : null
  const at: Partial<Record<string, string>> = problem?.fields
    ? Object.fromEntries(problem.fields.map(({ field, message }) => [field, message]))
    : wrong
  const write = (name: Name, value: string) => { setWrong({}); setDraft({ ...draft, [name]: value }) }
  const submit = async (event: Event) => {
    event.preventDefault()
    const sum = parseYuan(draft.ceilingFen)
    const faults: typeof wrong = Object.fromEntries(
      asked.filter(([name]) => draft[name].trim() === '').map(([name, label]) => [name, `请填写${label.replace('(元)', '')}`]))
    if (!draft.townshipCode) faults.townshipCode = '请选择乡镇'
    if (!sum.ok) faults.ceilingFen ??= sum.reason
    setWrong(faults)
    if (Object.keys(faults).length > 0 || !sum.ok || act.state === 'busy') return
    const { number, townshipCode, validFromOn, validUntilOn } = draft
    const answer = await act.send({ number: number.trim(), townshipCode, ceilingFen: sum.fen, validFromOn: validFromOn.trim(), validUntilOn: validUntilOn.trim() })
    if (!answer) return
    setDraft(blank)
    done()
  }
  return (
    <section aria-labelledby="issue-title">
      <h2 id="issue-title">签发委托书</h2>
      <form class="panel order" noValidate onSubmit={submit}>
        {Object.keys(at).length === 0 && <ActNote act={act} />}
        <div class={at['townshipCode'] ? 'field wrong' : 'field'}>
          <p class="asked"><label for="townshipCode">乡镇</label></p>
          {at['townshipCode'] && <p class="wrong-words" id="townshipCode-wrong">{at['townshipCode']}</p>}
          <select id="townshipCode" value={draft.townshipCode} aria-invalid={at['townshipCode'] ? 'true' : undefined}
            onInput={(event) => write('townshipCode', event.currentTarget.value)}>
            <option value="">请选择</option>
            {townships.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
          </select>
        </div>
        {asked.map(([name, label, hint, kind]) => (
          <div key={name} class={at[name] ? 'field wrong' : 'field'}>
            <p class="asked"><label for={name}>{label}</label> <span class="small quiet" id={`${name}-hint`}>{hint}</span></p>
            {at[name] && <p class="wrong-words" id={`${name}-wrong`}>{at[name]}</p>}
            <input id={name} class={kind} value={draft[name]} autocomplete="off" spellcheck={false} readOnly={act.state !== 'idle'}
              aria-invalid={at[name] ? 'true' : undefined} aria-describedby={`${name}-hint${at[name] ? ` ${name}-wrong` : ''}`}
              onInput={(event) => write(name, event.currentTarget.value)} />
          </div>
        ))}
        <button class="main" disabled={act.state === 'busy'}>
          {act.state === 'busy' ? '正在提交…' : act.state === 'unanswered' ? '再提交一次' : '签发委托书'}
        </button>
      </form>
    </section>
  )
}
