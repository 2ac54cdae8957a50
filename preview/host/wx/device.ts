import type { PhoneOptions } from '../options.ts'
import { navHeight, statusHeight, tabHeight } from '../measures.ts'
import { wxCall } from './call.ts'

/** What the phone says of itself: its screen, its WeChat, its letters. */
export function deviceCalls(options: PhoneOptions, hasTabs: () => boolean): Record<string, unknown> {
  const windowInfo = (): object => {
    const { innerWidth: width, innerHeight: height, devicePixelRatio: pixelRatio } = window
    const top = statusHeight(options.framed)
    return {
      pixelRatio, screenWidth: width, screenHeight: height, windowWidth: width,
      windowHeight: height - top - navHeight - (hasTabs() ? tabHeight : 0), statusBarHeight: top,
      screenTop: top + navHeight,
      safeArea: { left: 0, top, right: width, bottom: height, width, height: height - top },
    }
  }
  const appInfo = (): object => ({
    SDKVersion: '3.8.12', language: 'zh_CN', version: '8.0.60', theme: 'light', enableDebug: false,
    host: { env: 'WeChat' }, fontSizeScaleFactor: options.fontScale,
    fontSizeSetting: Math.round(17 * options.fontScale),
  })
  const deviceInfo = (): object => ({
    abi: 'arm64-v8a', brand: 'preview', model: 'preview', system: 'Android 14', platform: 'android', benchmarkLevel: 20,
    memorySize: '4096', cpuType: '',
  })
  const whole = (): object => ({ ...windowInfo(), ...appInfo(), ...deviceInfo(),
    fontSizeSetting: 17 * options.fontScale })
  return {
    getWindowInfo: windowInfo, getAppBaseInfo: appInfo, getDeviceInfo: deviceInfo, getSystemInfoSync: whole,
    getSystemInfo: wxCall('getSystemInfo', whole), getSystemInfoAsync: wxCall('getSystemInfoAsync', whole),
    getSystemSetting: () => ({ bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true,
      deviceOrientation: 'portrait' }),
    getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized', albumAuthorized: 'authorized' }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' }, plugin: {},
    }),
    getMenuButtonBoundingClientRect: () => {
      const top = statusHeight(options.framed) + 6
      const right = window.innerWidth - 7
      return { width: 87, height: 32, top, bottom: top + 32, left: right - 87, right }
    },
    canIUse: () => true,
    getBatteryInfoSync: () => ({ level: '80', isCharging: false }),
  }
}
