import { useEffect, useRef } from 'preact/hooks'
import { labelOf, type Wrong } from './check.ts'
import type { FieldName } from './draft.ts'

/** How many things to mend, each a way to its field. It takes the focus after every try. */
export function WrongSummary({ wrong, tries }: { wrong: Wrong; tries: number }) {
  const box = useRef<HTMLDivElement>(null)
  const names = Object.keys(wrong) as FieldName[]
  useEffect(() => {
    if (tries > 0) box.current?.focus()
  }, [tries])
  if (names.length === 0) return null
  return (
    <div class="note late" role="alert" tabIndex={-1} ref={box}>
      <h2>有 {names.length} 处需要修改</h2>
      <ul class="plain-list">
        {names.map((name) => (
          <li key={name}>
            <button type="button" class="link" onClick={() => document.getElementById(name)?.focus()}>
              {labelOf(name)}:{wrong[name]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
