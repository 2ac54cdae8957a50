import type { Builtin } from './define.ts'
import { phoneUnits } from '../../units.ts'
import { router } from '../router.ts'

/** Speaks for the page as a whole: its style and its font size. */
export const pageMeta: Builtin = {
  tag: 'page-meta',
  properties: {
    pageStyle: String, rootFontSize: String, pageFontSize: String, backgroundColor: String, backgroundTextStyle: String,
    rootBackgroundColor: String, scrollTop: String, scrollDuration: Number, pageOrientation: String,
    backgroundColorTop: String, backgroundColorBottom: String,
  },
  holds: 'children',
  create: ({ element, data }) => {
    const write = (): void => {
      const page = element.closest<HTMLElement>('wx-page')
      if (!page) return
      page.setAttribute('style', phoneUnits(String(data['pageStyle'] ?? '')))
      if (data['pageFontSize']) page.style.fontSize = String(data['pageFontSize'])
      if (data['backgroundColor']) page.style.backgroundColor = String(data['backgroundColor'])
    }
    return { update: write, attached: write }
  },
}

/** The bar above the page, spoken for from inside it. */
export const navigationBar: Builtin = {
  tag: 'navigation-bar',
  properties: { title: String, loading: Boolean, frontColor: String, backgroundColor: String,
    colorAnimationDuration: Number },
  holds: 'nothing',
  create: ({ element, data }) => ({
    attached: () => router().pageAround(element)?.setBar({ title: String(data['title'] ?? '') }),
    update: () => {
      if (data['title']) router().pageAround(element)?.setBar({ title: String(data['title']) })
    },
  }),
}
