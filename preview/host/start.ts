import { App, callApp, getApp } from './app.ts'
import type { CompiledApp } from './bundle.ts'
import { Chrome } from './chrome.ts'
import { PhoneCode } from './code.ts'
import { phoneErrors, report, type PhoneError } from './errors.ts'
import { serveFilesFrom } from './files.ts'
import { listenForGestures } from './gestures.ts'
import { readOptions } from './options.ts'
import { startRouter, type Router } from './router.ts'
import { openSavedFiles } from './saved-files.ts'
import { phoneFunction } from './sandbox.ts'
import { makeWx } from './wx/api.ts'
import { setNetwork } from './wx/network.ts'
import { setDefaultTimeout } from './wx/request.ts'
import { setAppVisible } from './wx/visibility.ts'
import { teachWxsTypes, wxsGlobals } from './wxs.ts'

/** What the tools beside the phone and the tests may do with it. */
export interface PhoneHandle {
  router: Router
  wx: Record<string, unknown>
  network(state: { offline?: boolean; slow?: boolean }): void
  background(hidden: boolean): void
}

declare global {
  var __mpErrors: PhoneError[]
  var __phone: PhoneHandle
  interface Window {
    __phone?: PhoneHandle
  }
}

/** Starts the mini-program inside an element: app.js, then the first page or the one in the hash. */
export async function startPhone(compiled: CompiledApp, root: HTMLElement, query: string): Promise<PhoneHandle> {
  globalThis.__mpErrors = phoneErrors
  window.addEventListener('unhandledrejection', ({ reason }) => report(reason, 'unhandled rejection'))
  const options = readOptions(query)
  serveFilesFrom(options.files)
  await openSavedFiles(options.phone)
  setNetwork({ offline: options.offline, slow: options.slow })
  setDefaultTimeout(compiled.app.networkTimeout?.request)
  teachWxsTypes()

  const launch = { path: compiled.app.allPages[0]!, query: {}, scene: 1001, referrerInfo: {} }
  let router: Router | undefined
  const hasTabs = (): boolean => compiled.app.tabBar?.list.some((tab) => tab.pagePath === router?.top()?.path) ?? false
  const wx = makeWx(options, launch, hasTabs)
  const code = new PhoneCode(compiled, {
    wx, App, getApp, getCurrentPages: () => router?.pages() ?? [], console, Function: phoneFunction, ...wxsGlobals,
  })
  const chrome = new Chrome(root, compiled.app, options.framed)
  listenForGestures(chrome.pages, code.backend)
  router = startRouter(compiled.app, code, chrome)

  globalThis.__phone = {
    router, wx, network: setNetwork,
    background(hidden) {
      callApp(hidden ? 'onHide' : 'onShow', launch)
      setAppVisible(!hidden, launch)
      router.setVisible(!hidden)
    },
  }
  code.runScript('app.js')
  callApp('onLaunch', launch)
  callApp('onShow', launch)
  await router.start(location.hash)
  window.addEventListener('hashchange', () => void router.start(location.hash))
  root.dataset['ready'] = 'true'
  return globalThis.__phone
}
