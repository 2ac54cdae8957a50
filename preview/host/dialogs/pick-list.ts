import { element, openDialog } from './layer.ts'

/** One of a list. Choosing a row is the answer; no wheel has to be turned. */
export function pickFromList(title: string, items: string[], chosen: number): Promise<number | undefined> {
  const list = element('div')
  list.className = 'pick-list'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', title)
  const rows = items.map((item, index) => {
    const row = element('div', item)
    row.setAttribute('role', 'option')
    row.setAttribute('aria-selected', String(index === chosen))
    row.tabIndex = 0
    list.append(row)
    return row
  })
  return openDialog<number>({
    kind: 'sheet', title, body: [list], closable: true,
    actions: [{ text: '取消', answer: () => undefined, quiet: true }],
    onOpen: (answer) => {
      rows.forEach((row, index) => {
        row.addEventListener('click', () => answer(index))
        row.addEventListener('keydown', ({ key }) => {
          if (key === 'Enter' || key === ' ') answer(index)
          if (key === 'ArrowDown') rows[index + 1]?.focus()
          if (key === 'ArrowUp') rows[index - 1]?.focus()
        })
      })
      const first = rows[Math.max(0, chosen)]
      first?.focus()
      first?.scrollIntoView?.({ block: 'center' })
    },
  })
}
