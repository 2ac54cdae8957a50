import type { Builtin, Host } from './define.ts'
import { registerControl } from './controls.ts'
import { pickFromList } from '../dialogs/pick-list.ts'
import { pickMoment } from '../dialogs/pick-moment.ts'
import { pickColumns } from '../dialogs/pick-columns.ts'

/** Opens a sheet to choose from: a list, several columns, a day or a time. */
export const picker: Builtin = {
  tag: 'picker',
  properties: {
    mode: { type: String, value: 'selector' }, disabled: Boolean, headerText: String, range: { type: null, value: [] },
    rangeKey: String, value: { type: null }, start: String, end: String, fields: { type: String, value: 'day' },
    customItem: String, level: String, name: String,
  },
  holds: 'children',
  create: (host) => {
    const { element, data, set } = host
    const activate = (): void => {
      if (!data['disabled']) void choose(host)
    }
    element.addEventListener('click', activate)
    registerControl(element, {
      name: () => String(data['name'] ?? ''), value: () => data['value'], reset: () => set({ value: undefined }),
      activate,
    })
    return {
      update: () => requestAnimationFrame(() => {
        // Where the page drew a button inside, that is the thing to press; two in one would confuse a reader.
        const inner = element.querySelector('[role="button"], [role="combobox"]')
        if (inner) {
          for (const name of ['role', 'tabindex', 'aria-label', 'aria-haspopup']) element.removeAttribute(name)
          return
        }
        element.setAttribute('role', 'button')
        element.setAttribute('aria-haspopup', 'dialog')
        element.tabIndex = data['disabled'] ? -1 : 0
      }),
    }
  },
}

async function choose(host: Host): Promise<void> {
  const { data, set, emit } = host
  const title = String(data['headerText'] || data['ariaLabel'] || '请选择')
  const value = await answer(title, data, (column, at) => emit('columnchange', { column, value: at }))
  if (value === undefined) {
    emit('cancel', {})
    return
  }
  set({ value })
  emit('change', { value })
}

async function answer(
  title: string, data: Host['data'], columnChanged: (column: number, at: number) => void,
): Promise<unknown> {
  const key = String(data['rangeKey'] ?? '')
  const words = (items: unknown): string[] => (Array.isArray(items) ? items : []).map((item: unknown) =>
    String(key && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : item))
  switch (data['mode']) {
    case 'selector': {
      const at = await pickFromList(title, words(data['range']), Number(data['value'] ?? -1))
      return at === undefined ? undefined : String(at)
    }
    case 'multiSelector': {
      const columns = (): string[][] => (Array.isArray(data['range']) ? data['range'] : []).map(words)
      return pickColumns(title, columns, Array.isArray(data['value']) ? data['value'] as number[] : [], columnChanged)
    }
    case 'date':
    case 'time':
      return pickMoment(title, data['mode'], {
        value: String(data['value'] ?? ''), start: String(data['start'] ?? ''), end: String(data['end'] ?? ''),
        fields: String(data['fields']),
      })
    default:
      throw new Error(`picker mode="${String(data['mode'])}" is not in the preview`)
  }
}
