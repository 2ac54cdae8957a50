import { openDialog } from './layer.ts'

/** Offers a few actions from the bottom of the screen; the answer is the index, or undefined when dismissed. */
export function chooseAction(items: string[], title = '', itemColor = ''): Promise<number | undefined> {
  return openDialog<number>({
    kind: 'sheet', title: title || '请选择', quietTitle: title === '', body: [], closable: true,
    actions: [
      ...items.map((text, index) => ({ text, answer: () => index, ...(itemColor && { color: itemColor }) })),
      { text: '取消', answer: () => undefined, quiet: true },
    ],
  })
}
