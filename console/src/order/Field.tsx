import { labelOf } from './check.ts'
import type { FieldName } from './draft.ts'
import { fields } from './orders.ts'

type Given = {
  name: FieldName
  value: string
  wrong: string | undefined
  fixed: boolean
  hint?: string
  write(value: string): void
}

const kinds: Record<FieldName, { type: string; inputMode?: 'decimal' | 'numeric'; class: string }> = {
  amount: { type: 'text', inputMode: 'decimal', class: 'sum' }, bankSerial: { type: 'text', class: 'serial' },
  decision: { type: 'text', class: 'serial' },
  on: { type: 'text', inputMode: 'numeric', class: 'day' }, reason: { type: 'text', class: 'words' },
  entry: { type: 'text', inputMode: 'numeric', class: 'day' },
}

/** One question with its answer, and beside it what is wrong with the answer. */
export function Field({ name, value, wrong, fixed, hint = fields[name].hint, write }: Given) {
  const label = name === 'amount' ? `${labelOf(name)}(元)` : labelOf(name)
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <p class="asked">
        <label for={name}>{label}</label> <span class="small quiet" id={`${name}-hint`}>{hint}</span>
      </p>
      {wrong && <p class="wrong-words" id={`${name}-wrong`}>{wrong}</p>}
      <input
        id={name} name={name} value={value} readOnly={fixed} autocomplete="off" spellcheck={false} data-first
        aria-invalid={wrong ? 'true' : undefined} aria-describedby={`${name}-hint${wrong ? ` ${name}-wrong` : ''}`}
        onInput={(event) => write(event.currentTarget.value)} {...kinds[name]} />
    </div>
  )
}
