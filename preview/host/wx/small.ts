import { askModal } from '../dialogs/modal.ts'
import { showToast } from '../dialogs/toast.ts'
import { router } from '../router.ts'
import { Listeners, WxFail, wxCall } from './call.ts'
import { createInnerAudioContext } from './audio.ts'
import { recorder } from './recorder.ts'

const keyboard = new Listeners<{ height: number }>('onKeyboardHeightChange')
const unhandled = new Listeners<{ reason: unknown }>('onUnhandledRejection')
const errors = new Listeners<string>('onError')
const theme = new Listeners<{ theme: string }>('onThemeChange')
const resize = new Listeners<object>('onWindowResize')
const capture = new Listeners<object>('onUserCaptureScreen')

/** The many small things that a form-and-list product asks of a phone. */
export function smallCalls(openid: string): Record<string, unknown> {
  return {
    login: wxCall('login', () => freshCode(openid)),
    checkSession: wxCall('checkSession', () => undefined),
    nextTick: (act: () => void) => void Promise.resolve().then(act),
    makePhoneCall: wxCall('makePhoneCall', async ({ phoneNumber }: { phoneNumber: string }) => {
      const { confirm } = await askModal({ title: '拨打电话', content: phoneNumber, confirmText: '呼叫' })
      if (!confirm) throw new WxFail('cancel')
    }),
    setClipboardData: wxCall('setClipboardData', async ({ data }: { data: string }) => {
      await navigator.clipboard?.writeText(data).catch(() => undefined)
      showToast('内容已复制', 'none', 1500, false)
    }),
    getClipboardData: wxCall('getClipboardData', async () => ({
      data: await navigator.clipboard?.readText().catch(() => '') ?? '',
    })),
    vibrateShort: wxCall('vibrateShort', () => undefined),
    vibrateLong: wxCall('vibrateLong', () => undefined),
    hideKeyboard: wxCall('hideKeyboard', () => (document.activeElement as HTMLElement | null)?.blur()),
    getRecorderManager: () => recorder,
    createInnerAudioContext,
    getSetting: wxCall('getSetting', () => ({ authSetting: {} })),
    openSetting: wxCall('openSetting', () => ({ authSetting: {} })),
    authorize: wxCall('authorize', () => undefined),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined, onUpdateReady: () => undefined, onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    createSelectorQuery: () => owner().createSelectorQuery(),
    createIntersectionObserver: (component: Owner, options?: object) => component.createIntersectionObserver(options),
    reportEvent: () => undefined,
    showShareMenu: wxCall('showShareMenu', () => undefined),
    hideShareMenu: wxCall('hideShareMenu', () => undefined),
    saveImageToPhotosAlbum: wxCall('saveImageToPhotosAlbum', () => undefined),
    openDocument: wxCall('openDocument', () => undefined),
    reportMonitor: () => undefined,
    enableAlertBeforeUnload: wxCall('enableAlertBeforeUnload', () => undefined),
    disableAlertBeforeUnload: wxCall('disableAlertBeforeUnload', () => undefined),
    getLogManager: () => ({ log: () => undefined, info: () => undefined, warn: () => undefined,
      debug: () => undefined }),
    getRealtimeLogManager: () => ({ info: () => undefined, warn: () => undefined, error: () => undefined }),
    onKeyboardHeightChange: keyboard.on, offKeyboardHeightChange: keyboard.off,
    onUnhandledRejection: unhandled.on, offUnhandledRejection: unhandled.off,
    onError: errors.on, offError: errors.off, onThemeChange: theme.on, offThemeChange: theme.off,
    onWindowResize: resize.on, offWindowResize: resize.off,
    onUserCaptureScreen: capture.on, offUserCaptureScreen: capture.off,
  }
}

interface Owner {
  createSelectorQuery(): unknown
  createIntersectionObserver(options?: object): unknown
}

function owner(): Owner {
  const page = router().pages().at(-1)
  if (!page) throw new Error('there is no page yet')
  return page as Owner
}

async function freshCode(openid: string): Promise<{ code: string }> {
  const response = await fetch('/wechat-sandbox/preview/login', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ openid }),
  }).catch(() => undefined)
  if (!response?.ok) throw new WxFail(`login failed: ${response?.status ?? 'no network'}`)
  return await response.json() as { code: string }
}
