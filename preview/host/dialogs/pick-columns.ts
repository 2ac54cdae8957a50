import { element, openDialog } from './layer.ts'

/** One of each column. The page may change later columns while one is turned, so they are read again. */
export function pickColumns(
  title: string, columns: () => string[][], chosen: number[], changed: (column: number, at: number) => void,
): Promise<number[] | undefined> {
  const selects = columns().map((_, index) => {
    const select = element('select')
    select.setAttribute('aria-label', `${title} 第 ${index + 1} 列`)
    select.addEventListener('change', () => {
      changed(index, select.selectedIndex)
      columns().forEach((items, at) => at !== index && fill(selects[at], items, selects[at]?.selectedIndex ?? 0))
    })
    return select
  })
  columns().forEach((items, at) => fill(selects[at], items, chosen[at] ?? 0))
  const row = element('div')
  row.className = 'pick-columns'
  row.append(...selects)
  return openDialog<number[]>({
    kind: 'sheet', title, body: [row], closable: true,
    actions: [
      { text: '取消', answer: () => undefined, quiet: true },
      { text: '确定', answer: () => selects.map((select) => select.selectedIndex), primary: true },
    ],
  })
}

function fill(select: HTMLSelectElement | undefined, items: string[], at: number): void {
  if (!select) return
  select.replaceChildren(...items.map((item) => element('option', item)))
  select.selectedIndex = Math.min(at, items.length - 1)
}
