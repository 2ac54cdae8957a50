let count = 0

/** What a dialog shows and offers. */
export interface DialogContent<T> {
  kind: 'modal' | 'sheet' | 'full'
  title: string
  /** A title that only screen readers hear. */
  quietTitle?: boolean
  body: (Node | string)[]
  actions: { text: string; answer: () => T | undefined; primary?: boolean; color?: string; quiet?: boolean }[]
  /** The body can answer by itself, for example when a row of a list is chosen. */
  onOpen?: (answer: (value: T | undefined) => void) => void
  /** Whether tapping beside it closes it, as a sheet does and a modal does not. */
  closable?: boolean
}

/** Shows a dialog above the page and resolves with the chosen answer, or undefined when it was dismissed. */
export function openDialog<T>(content: DialogContent<T>): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<T | undefined>()
  const dialog = document.createElement('dialog')
  const heading = element('h2', content.title, `dialog-title-${(count += 1)}`)
  heading.className = content.quietTitle ? 'quiet' : ''
  dialog.className = `phone-dialog ${content.kind}`
  if (content.title) dialog.setAttribute('aria-labelledby', heading.id)
  const close = (value: T | undefined): void => {
    dialog.remove()
    resolve(value)
  }
  const body = element('div')
  body.className = 'dialog-body'
  body.append(...content.body)
  dialog.append(...(content.title ? [heading] : []), ...(content.body.length > 0 ? [body] : []),
    actionRow(content, close))
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    close(undefined)
  })
  if (content.closable) {
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) close(undefined)
    })
  }
  document.body.append(dialog)
  if (typeof dialog.showModal === 'function') dialog.showModal()
  else dialog.setAttribute('open', '')
  content.onOpen?.(close)
  return promise
}

function actionRow<T>(content: DialogContent<T>, close: (value: T | undefined) => void): HTMLElement {
  const row = element('div')
  row.className = 'dialog-actions'
  for (const { text, answer, primary, color, quiet } of content.actions) {
    const button = element('button', text)
    button.className = primary ? 'primary' : quiet ? 'quiet-action' : ''
    if (color) button.style.color = color
    button.addEventListener('click', () => close(answer()))
    row.append(button)
  }
  return row
}

/** A piece of a dialog. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, text = '', id = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (text) made.textContent = text
  if (id) made.id = id
  if (made instanceof HTMLButtonElement) made.type = 'button'
  return made
}
