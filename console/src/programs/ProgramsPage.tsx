import { useState } from 'preact/hooks'
import { aidLabels, listStateLabels } from '../../../worker/contract/labels-household.ts'
import type { ProgramLists } from '../../../worker/contract/programs.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { instantWords } from '../words/dates.ts'
import { BringList } from './BringList.tsx'
import { UndoList } from './UndoList.tsx'

type Item = ProgramLists['items'][number]
const nameOf = ({ program, townshipName }: Item): string => `${townshipName ?? '全县'}${aidLabels[program]}名单`

/** 救助名单 (C-05, N-05): lists of other programmes, brought as files, and what became of each. */
export function ProgramsPage() {
  const { answer, failure, again } = useRead<ProgramLists>('/programs/lists')
  const [said, setSaid] = useState('')
  return (
    <Page title="救助名单" ready={answer !== null}>
      {failure && <FailureNote failure={failure} again={again} />}
      {said && <p class="note good" role="status">{said}</p>}
      {answer && (
        <>
          <p class="lead">在名单里的人来申请,会写明已认定,可以免核。</p>
          {answer.scopes.length > 0 && <BringList scopes={answer.scopes} done={({ people }) => { setSaid(`已导入 ${people} 人`); again() }} />}
          {answer.items.length > 0 ? <Imports items={answer.items} again={again} /> : <p class="panel">还没有导入过名单。</p>}
        </>
      )}
    </Page>
  )
}

function Imports({ items, again }: { items: Item[]; again(): void }) {
  const [undoing, setUndoing] = useState<Item | null>(null)
  return (
    <section aria-labelledby="imports-title">
      <h2 id="imports-title">导入过的名单</h2>
      <table class="list">
        <caption class="unseen">导入过的名单</caption>
        <thead>
          <tr>
            <th scope="col">名单</th><th scope="col" class="end">人数</th><th scope="col">有效</th><th scope="col">导入</th><th scope="col">状态</th><th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>{nameOf(item)}</td><td class="end">{item.people ?? ''}</td><td>{item.fromOn} 至 {item.toOn}</td>
              <td>{item.by ?? ''} {instantWords(item.at)}</td>
              <td><span class={item.state === 'current' ? 'tag good' : 'quiet'}>{listStateLabels[item.state]}</span>{item.reason && ` ${item.reason}`}</td>
              <td>
                {item.actions.includes('undo') && (
                  <button type="button" class="quiet-act" aria-label={`撤销${nameOf(item)}`} onClick={() => setUndoing(item)}>撤销</button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {undoing && <UndoList key={undoing.id} id={undoing.id} name={nameOf(undoing)} done={() => { setUndoing(null); again() }} close={() => setUndoing(null)} />}
    </section>
  )
}
