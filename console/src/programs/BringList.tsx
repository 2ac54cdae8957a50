import { useState } from 'preact/hooks'
import { aidLabels } from '../../../worker/contract/labels-household.ts'
import type { ListImported, ProgramLists } from '../../../worker/contract/programs.ts'
import { standingPrograms } from '../../../worker/contract/terms-household.ts'
import { Refused } from '../api/call.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { today } from '../words/dates.ts'
import { Preview } from './Preview.tsx'
import { useList } from './use-list.ts'

type Name = 'file' | 'program' | 'fromOn' | 'toOn'

/** Chooses a file and what it is a list of; it is looked through first. */
export function BringList({ scopes, done }: { scopes: ProgramLists['scopes']; done(imported: ListImported): void }) {
  const list = useList(done)
  const [file, setFile] = useState<File | null>(null)
  const [program, setProgram] = useState('')
  const [scope, setScope] = useState(scopes[0]?.townshipCode ?? '')
  const [fromOn, setFromOn] = useState(`${today().slice(0, 7)}-01`)
  const [toOn, setToOn] = useState('')
  const [missing, setMissing] = useState<Partial<Record<Name, string>>>({})
  const problem = list.failure instanceof Refused ? list.failure.problem : null
  const wrongAt = (name: Name) => missing[name] ?? problem?.fields?.find(({ field }) => field === name)?.message
  const submit = async (event: Event) => {
    event.preventDefault()
    const lacks = { ...(program ? {} : { program: '请选择哪一种名单' }), ...(toOn ? {} : { toOn: '请写到哪天' }), ...(file ? {} : { file: '请选择文件' }) }
    setMissing(lacks)
    if (file && program && toOn) await list.check({ program, fromOn, toOn, townshipCode: scope || null }, file)
  }
  const asked = (name: Name, label: string, hint: string, field: preact.JSX.Element) => (
    <div class={wrongAt(name) ? 'field wrong' : 'field'}>
      <p class="asked"><label for={name}>{label}</label> <span class="small quiet" id={`${name}-hint`}>{hint}</span></p>
      {wrongAt(name) && <p class="wrong-words" role="alert">{wrongAt(name)}</p>}
      {field}
    </div>
  )
  const told = list.failure !== null && !problem?.fields?.some(({ field }) => ['file', 'program', 'fromOn', 'toOn'].includes(field))
  return (
    <>
      <form class="order" noValidate onSubmit={submit}>
        <div class="panel">
          <h2>导入名单</h2>
          {told && list.failure && <FailureNote failure={list.failure} />}
          {asked('program', '哪一种名单', '每次导入整份名单', (
            <select id="program" value={program} aria-describedby="program-hint" data-first onChange={(event) => { setProgram(event.currentTarget.value); list.forget() }}>
              <option value="">请选择</option>
              {standingPrograms.map((one) => <option key={one} value={one}>{aidLabels[one]}</option>)}
            </select>
          ))}
          {scopes.length > 1 && (
            <div class="field">
              <label for="scope">哪里的名单</label>
              <select id="scope" value={scope} onChange={(event) => { setScope(event.currentTarget.value); list.forget() }}>
                {scopes.map(({ townshipCode, name }) => <option key={name} value={townshipCode ?? ''}>{name}</option>)}
              </select>
            </div>
          )}
          {scopes.length === 1 && <p class="field quiet">{scopes[0]?.name}的名单</p>}
          {asked('fromOn', '从哪天起', '例如 2026-09-01', <input id="fromOn" class="day" autocomplete="off" value={fromOn} aria-describedby="fromOn-hint" onInput={(event) => { setFromOn(event.currentTarget.value); list.forget() }} />)}
          {asked('toOn', '到哪天', '最长一年', <input id="toOn" class="day" autocomplete="off" value={toOn} aria-describedby="toOn-hint" onInput={(event) => { setToOn(event.currentTarget.value); list.forget() }} />)}
          {asked('file', '文件', '表里要有姓名和身份证号', (
            <input id="file" type="file" accept=".xlsx,.csv,.txt,.xls,.html" aria-describedby="file-hint" onChange={(event) => { setFile(event.currentTarget.files?.[0] ?? null); list.forget() }} />
          ))}
          <button class="main" disabled={list.state !== 'idle'}>{list.state === 'checking' ? '正在读表…' : '先看看'}</button>
        </div>
      </form>
      {list.checked && <Preview checked={list.checked} busy={list.state === 'importing'} confirm={list.confirm} forget={list.forget} />}
    </>
  )
}
