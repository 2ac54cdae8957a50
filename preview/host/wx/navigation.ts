import { router } from '../router.ts'
import { WxFail, wxCall } from './call.ts'

/** Moving between pages, and the bar above them. */
export const navigationCalls = {
  navigateTo: wxCall('navigateTo', async ({ url }: { url: string }) => {
    await moved(() => router().navigateTo(url))
    return { eventChannel: { on: () => undefined, emit: () => undefined, once: () => undefined, off: () => undefined } }
  }),
  redirectTo: wxCall('redirectTo', ({ url }: { url: string }) => moved(() => router().redirectTo(url))),
  reLaunch: wxCall('reLaunch', ({ url }: { url: string }) => moved(() => router().reLaunch(url))),
  switchTab: wxCall('switchTab', ({ url }: { url: string }) => moved(() => router().switchTab(url))),
  navigateBack: wxCall('navigateBack',
    ({ delta = 1 }: { delta?: number }) => moved(() => router().navigateBack(delta))),
  setNavigationBarTitle: wxCall('setNavigationBarTitle', ({ title }: { title: string }) => {
    router().top()?.setBar({ title })
  }),
  setNavigationBarColor: wxCall('setNavigationBarColor', (options: { frontColor: string; backgroundColor: string }) => {
    router().top()?.setBar({ color: options.frontColor, background: options.backgroundColor })
  }),
  showNavigationBarLoading: wxCall('showNavigationBarLoading', () => undefined),
  hideNavigationBarLoading: wxCall('hideNavigationBarLoading', () => undefined),
  hideHomeButton: wxCall('hideHomeButton', () => undefined),
  setTabBarBadge: wxCall('setTabBarBadge', ({ index, text }: { index: number; text: string }) => {
    router().badge(index, text)
  }),
  removeTabBarBadge: wxCall('removeTabBarBadge', ({ index }: { index: number }) => router().badge(index, '')),
  startPullDownRefresh: wxCall('startPullDownRefresh', () => router().top()?.refresh(true)),
  stopPullDownRefresh: wxCall('stopPullDownRefresh', () => router().top()?.refresh(false)),
  pageScrollTo: wxCall('pageScrollTo', (options: {
    scrollTop?: number; selector?: string; duration?: number; offsetTop?: number
  }) => {
    const page = router().top()
    const at = options.selector ? page?.topOf(options.selector) : options.scrollTop
    if (at !== undefined) page?.scrollTo(at + (options.offsetTop ?? 0), options.duration ?? 300)
  }),
}

/** What the router refuses is the mini-program's mistake, said in WeChat's form and on the console. */
async function moved(move: () => Promise<void>): Promise<void> {
  try {
    await move()
  } catch (error) {
    console.error(`[navigation] ${(error as Error).message}`)
    throw new WxFail((error as Error).message)
  }
}
