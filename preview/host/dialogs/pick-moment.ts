import { element, openDialog } from './layer.ts'

interface Moment {
  value: string
  start: string
  end: string
  fields: string
}

/** A day (or month, or year) or a time of day, with the browser's own field. */
export function pickMoment(title: string, mode: 'date' | 'time', moment: Moment): Promise<string | undefined> {
  const field = element('input')
  const month = mode === 'date' && moment.fields === 'month'
  const year = mode === 'date' && moment.fields === 'year'
  field.type = year ? 'number' : month ? 'month' : mode
  field.value = moment.value
  if (moment.start) field.min = moment.start
  if (moment.end) field.max = moment.end
  field.setAttribute('aria-label', title)
  return openDialog<string>({
    kind: 'sheet', title, body: [field], closable: true,
    actions: [
      { text: '取消', answer: () => undefined, quiet: true },
      { text: '确定', answer: () => (field.value && field.validity.valid ? field.value : undefined), primary: true },
    ],
  })
}
