import type { Rows, Wrongs } from './draft-form.ts'

const most = 9
type Cell = { id: string; label: string; unit: string; value: string; wrong: string | undefined; write(value: string): void }

/** The usual sums of a small grant, one a row, rising. */
export function TierRows({ rows, wrong, write }: { rows: Rows['tiersFen']; wrong: Wrongs; write(rows: Rows['tiersFen']): void }) {
  return (
    <fieldset class="panel">
      <legend>小额档次</legend>
      <p class="small quiet">从低到高,不超过小额快救上限;依据 N-03</p>
      {wrong['tiersFen'] && <p class="wrong-words" id="tiersFen" tabIndex={-1}>{wrong['tiersFen']}</p>}
      {rows.map((sum, index) => (
        <div class="list-row" key={index}>
          <Entry id={`tiersFen-${index}`} label={`第 ${index + 1} 档`} unit="元" value={sum} wrong={wrong[`tiersFen-${index}`]}
            write={(value) => write(rows.with(index, value))} />
          <button type="button" class="quiet-act" onClick={() => write(rows.toSpliced(index, 1))}>删去第 {index + 1} 档</button>
        </div>
      ))}
      {rows.length < most && <button type="button" onClick={() => write([...rows, ''])}>加一档</button>}
    </fieldset>
  )
}

/** A fund's quota by class of population: from how many people on, and how much. */
export function QuotaRows({ rows, wrong, write }: { rows: Rows['quotas']; wrong: Wrongs; write(rows: Rows['quotas']): void }) {
  return (
    <fieldset class="panel">
      <legend>储备金定额</legend>
      <p class="small quiet">人口多的一级,定额不能更少;依据 R-01</p>
      {wrong['quotas'] && <p class="wrong-words" id="quotas" tabIndex={-1}>{wrong['quotas']}</p>}
      {rows.map((row, index) => (
        <div class="list-row" key={index}>
          <Entry id={`quotas-${index}-fromPopulation`} label={`第 ${index + 1} 级,人口从`} unit="人起" value={row.fromPopulation}
            wrong={wrong[`quotas-${index}-fromPopulation`]} write={(fromPopulation) => write(rows.with(index, { ...row, fromPopulation }))} />
          <Entry id={`quotas-${index}-fen`} label={`第 ${index + 1} 级定额`} unit="元" value={row.fen} wrong={wrong[`quotas-${index}-fen`]}
            write={(fen) => write(rows.with(index, { ...row, fen }))} />
          <button type="button" class="quiet-act" onClick={() => write(rows.toSpliced(index, 1))}>删去第 {index + 1} 级</button>
        </div>
      ))}
      {rows.length < most && <button type="button" onClick={() => write([...rows, { fromPopulation: '', fen: '' }])}>加一级</button>}
    </fieldset>
  )
}

function Entry({ id, label, unit, value, wrong, write }: Cell) {
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {wrong && <p class="wrong-words" id={`${id}-wrong`}>{wrong}</p>}
      <p><input id={id} class="day" value={value} autocomplete="off" spellcheck={false} aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined} onInput={(event) => write(event.currentTarget.value)} /> {unit}</p>
    </div>
  )
}
