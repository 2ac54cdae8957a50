// The row a person was on, per page: going back lands there again.
const left = new Map<string, string>()
const pathNow = (): string => location.hash.split('?')[0] ?? ''

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')]

document.addEventListener('focusin', (event) => {
  const row = event.target instanceof HTMLElement ? event.target.dataset['row'] : undefined
  if (row) left.set(pathNow(), row)
})

/** The row that was last in focus on this page, if it is still there. */
export function rowToReturnTo(): HTMLElement | null {
  const name = left.get(pathNow())
  return rows().find((row) => row.dataset['row'] === name) ?? null
}

/** Moves the focus over the rows of the page; from anywhere else, to the first or last of them. */
export function stepRow(step: 1 | -1): boolean {
  const all = rows()
  const here = all.findIndex((row) => row === document.activeElement)
  const next = here < 0 ? (step === 1 ? 0 : all.length - 1) : here + step
  const target = all[Math.min(Math.max(next, 0), all.length - 1)]
  target?.focus()
  target?.closest('tr, li')?.scrollIntoView({ block: 'nearest' })
  return target !== undefined
}

/** A click anywhere on a row opens it, unless the person is marking a figure to copy it. */
export function openByClick(event: MouseEvent): void {
  const { target, currentTarget } = event
  if (!(target instanceof Element) || !(currentTarget instanceof Element)) return
  if (target.closest('a, button') || getSelection()?.isCollapsed === false) return
  currentTarget.querySelector<HTMLElement>('[data-row]')?.click()
}
