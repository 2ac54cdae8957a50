import type { Builtin } from './define.ts'
import { router } from '../router.ts'
import { hover, hoverProperties } from './view.ts'
import { report } from '../errors.ts'

/** A link to another page. */
export const navigator: Builtin = {
  tag: 'navigator',
  properties: {
    ...hoverProperties, hoverClass: { type: String, value: 'navigator-hover' }, url: String,
    openType: { type: String, value: 'navigate' }, delta: { type: Number, value: 1 }, target: String,
  },
  holds: 'children',
  create: (host) => {
    const { element, data } = host
    element.setAttribute('role', 'link')
    element.tabIndex = 0
    element.addEventListener('click', () => {
      const url = String(data['url'] ?? '')
      const open: Record<string, () => Promise<void>> = {
        navigate: () => router().navigateTo(url), redirect: () => router().redirectTo(url),
        switchTab: () => router().switchTab(url), reLaunch: () => router().reLaunch(url),
        navigateBack: () => router().navigateBack(Number(data['delta'])),
      }
      open[String(data['openType'])]?.().catch((error: unknown) => report(error, `navigator ${url}`))
    })
    return hover(host)
  },
}
