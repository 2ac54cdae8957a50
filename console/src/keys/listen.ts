import { goBack } from '../address/trail.ts'
import { stepRow } from '../lists/rows.ts'

const offStored = 'single-keys-off'

// A Chinese keyboard gives other signs for the same keys.
const sameKey: Record<string, string> = { '?': '?', '、': '/', '/': '/', j: 'ArrowDown', k: 'ArrowUp' }

/** Some people's speech or switch tools press letters by accident: one may turn single keys off (WCAG 2.1.4). */
export const singleKeysOn = (): boolean => localStorage.getItem(offStored) === null

export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(offStored)
  else localStorage.setItem(offStored, '1')
}

/** The keys of every page; letters of one page lie on its links and buttons as `data-key`. */
export function listenToKeys(openHelp: () => void): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector('dialog[open]')) return
    if (act(event, openHelp)) event.preventDefault()
  }
  document.addEventListener('keydown', listener)
  return () => document.removeEventListener('keydown', listener)
}

function act(event: KeyboardEvent, openHelp: () => void): boolean {
  const field = fieldOf(event.target)
  if (event.key === 'Escape') return leave(field)
  const arrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
  if (field && !(arrow && field.matches('[type=search]'))) return false
  if (!arrow && !singleKeysOn()) return false
  const key = sameKey[event.key] ?? event.key
  if (key === 'ArrowDown') return stepRow(1)
  if (key === 'ArrowUp') return stepRow(-1)
  if (key === '/') return focusSearch()
  if (key === '?') { openHelp(); return true }
  return press(key)
}

/** Esc leaves the field first, then the page. */
function leave(field: HTMLElement | null): boolean {
  if (!field) { goBack(); return true }
  if (field instanceof HTMLInputElement && field.type === 'search' && field.value !== '') return false
  field.blur()
  return true
}

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>('[data-search]')
  search?.focus()
  search?.select()
  return search !== null
}

function press(key: string): boolean {
  if (!/^[a-z]$/.test(key)) return false
  const target = document.querySelector<HTMLElement>(`[data-key="${key}"]`)
  target?.click()
  return target !== null
}

function fieldOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), select, textarea') ? target : null
}
