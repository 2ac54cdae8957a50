import { useEffect, useRef } from 'preact/hooks'
import type { ListChecked } from '../../../worker/contract/programs.ts'
import { faultsCsv, handOver } from './csv.ts'

/** How many places of a fault are written out. */
const shown = 20
/** Half of a list at once does not end: more likely the file is a part of it. */
const muchLess = 2

/** What would come of an import, before anything is kept. */
export function Preview({ checked, busy, confirm, forget }: { checked: ListChecked; busy: boolean; confirm(): void; forget(): void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { rows, good, fresh, ended, same, known, already, faults } = checked
  return (
    <section class="panel" aria-labelledby="preview-title">
      <h2 id="preview-title" tabIndex={-1} ref={heading}>预览:还没有导入</h2>
      <dl class="facts">
        <div><dt>表里</dt><dd>{rows} 行</dd></div>
        <div><dt>能导入</dt><dd>{good} 人</dd></div>
        <div><dt>新增</dt><dd>{fresh} 人</dd></div>
        <div><dt>不再列入</dt><dd>{ended} 人</dd></div>
        <div><dt>没有变化</dt><dd>{same} 人</dd></div>
        <div><dt>在我们的救助里见过</dt><dd>{known} 人</dd></div>
      </dl>
      {already && <p class="note good" role="status">这份文件已经导入过,再导没有变化。</p>}
      {ended * muchLess > ended + same && <p class="note late" role="alert">名单少了一半以上。请核对是不是整份名单。</p>}
      <Faults faults={faults} />
      <div class="acts">
        {!already && good > 0 && (
          <button type="button" class="main" disabled={busy} onClick={confirm}>{busy ? '正在导入…' : `导入 ${good} 人`}</button>
        )}
        <button type="button" class="quiet-act" disabled={busy} onClick={forget}>不导入</button>
      </div>
    </section>
  )
}

function Faults({ faults }: Pick<ListChecked, 'faults'>) {
  if (faults.length === 0) return null
  return (
    <>
      <h3>有问题的行不导入</h3>
      <table class="list inner">
        <caption class="unseen">有问题的行</caption>
        <thead><tr><th scope="col">问题</th><th scope="col" class="end">几行</th><th scope="col">在第几行</th></tr></thead>
        <tbody>
          {faults.map(({ reason, count, rows }) => (
            <tr key={reason}>
              <td>{reason}</td><td class="end">{count}</td><td>{rows.slice(0, shown).join('、')}{count > shown && ' …'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="acts"><button type="button" onClick={() => handOver('有问题的行.csv', faultsCsv(faults))}>下载全部问题</button></div>
    </>
  )
}
