import { element, openDialog } from './layer.ts'
import { fileAddress } from '../files.ts'

/** Shows pictures over the whole screen; a tap on one closes it. */
export async function showPictures(urls: string[], current: number): Promise<void> {
  const row = element('div')
  row.className = 'pictures'
  urls.forEach((url, index) => {
    const picture = element('img')
    picture.src = fileAddress(url)
    picture.alt = `第 ${index + 1} 张,共 ${urls.length} 张`
    row.append(picture)
  })
  await openDialog<void>({
    kind: 'full', title: '图片', quietTitle: true, body: [row],
    actions: [{ text: '关闭', answer: () => undefined, quiet: true }],
    onOpen: (answer) => {
      row.addEventListener('click', () => answer(undefined))
      row.children[current]?.scrollIntoView?.()
    },
  })
}
