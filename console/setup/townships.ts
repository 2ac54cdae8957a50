import { formatFen } from '../../worker/contract/money.ts'

export type TownshipDraft = { code: string; name: string; phone: string; population: string; villages: string; quota: string; opening: string }

const empty: TownshipDraft = { code: '', name: '', phone: '', population: '', villages: '', quota: '', opening: '' }
const asked: [key: keyof TownshipDraft, label: string, kind: string][] = [
  ['code', '乡镇代码(9 位)', 'numeric'],
  ['name', '名称', 'text'],
  ['phone', '电话', 'tel'],
  ['population', '户籍人口', 'numeric'],
  ['quota', '定额(元)', 'decimal'],
  ['opening', '期初余额(元)', 'decimal'],
  ['villages', '村、社区(用空格或顿号隔开)', 'text'],
]
/** The field of the order that a question's answer becomes. */
export const fieldOf: Record<keyof TownshipDraft, string> = {
  code: 'code', name: 'name', phone: 'phone', population: 'population', villages: 'villages', quota: 'quotaFen', opening: 'openingFen',
}

/** The quota by class of population (RULEBOOK 2.1), in yuan; empty where no number is written. */
function usualQuota(population: string): string {
  if (!/^\d{1,8}$/.test(population)) return ''
  const people = Number(population)
  return formatFen(people >= 30_000 ? 8_000_000 : people >= 10_000 ? 5_000_000 : 3_000_000).replaceAll(',', '')
}

/** The townships' part of the form; `changed` hears of every letter. */
export function townshipList(box: HTMLElement, changed: () => void) {
  let drafts: TownshipDraft[] = [{ ...empty }]
  const draw = (focusLast = false) => {
    box.replaceChildren(...drafts.map((draft, index) => card(draft, index)))
    if (focusLast) box.querySelector<HTMLInputElement>(`#t${drafts.length - 1}-code`)?.focus()
  }
  const card = (draft: TownshipDraft, index: number) => {
    const element = document.createElement('div')
    element.className = 'township'
    const head = document.createElement('h3')
    head.textContent = `第 ${index + 1} 个乡镇`
    if (drafts.length > 1) head.append(remover(index))
    const grid = document.createElement('div')
    grid.className = 'grid'
    grid.append(...asked.map(([key, label, kind]) => question(draft, index, key, label, kind)))
    element.append(head, grid)
    return element
  }
  const remover = (index: number) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = '去掉'
    button.addEventListener('click', () => {
      drafts = drafts.filter((_, at) => at !== index)
      draw()
      changed()
    })
    return button
  }
  const question = (draft: TownshipDraft, index: number, key: keyof TownshipDraft, label: string, kind: string) => {
    const field = document.createElement('div')
    field.className = key === 'villages' ? 'field wide' : 'field'
    const name = document.createElement('label')
    const input = document.createElement('input')
    name.htmlFor = input.id = `t${index}-${key}`
    name.textContent = label
    input.value = draft[key]
    input.inputMode = kind
    input.autocomplete = 'off'
    if (kind === 'decimal') input.className = 'num'
    input.dataset.field = `townships.${index}.${fieldOf[key]}`
    input.addEventListener('input', () => {
      const before = usualQuota(draft.population)
      draft[key] = input.value
      const quota = box.querySelector<HTMLInputElement>(`#t${index}-quota`)
      if (key === 'population' && quota && (draft.quota === '' || draft.quota === before)) quota.value = draft.quota = usualQuota(draft.population)
      changed()
    })
    field.append(name, input)
    return field
  }
  return {
    drafts: () => drafts,
    put: (kept: TownshipDraft[]) => {
      drafts = kept.map((one) => ({ ...empty, ...one }))
      draw()
    },
    add: () => {
      drafts = [...drafts, { ...empty }]
      draw(true)
      changed()
    },
    draw,
  }
}
