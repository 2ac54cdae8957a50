import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { JSDOM, VirtualConsole, type DOMWindow, type PageElement } from 'jsdom'
import { builtFixture } from './build.ts'

interface PhoneWindow extends DOMWindow {
  __mpErrors: { where: string; message: string }[]
  __phone: {
    wx: Record<string, (...args: never[]) => unknown>
    router: {
      pages(): Record<string, unknown>[]
      navigateTo(url: string): Promise<void>
      redirectTo(url: string): Promise<void>
      navigateBack(delta?: number): Promise<void>
      reLaunch(url: string): Promise<void>
      switchTab(url: string): Promise<void>
    }
    network(state: { offline?: boolean; slow?: boolean }): void
    background(hidden: boolean): void
  }
}

/** The fixture running in jsdom. */
export interface JsdomPhone {
  window: PhoneWindow
  /** The visible page's words, without spaces at the ends. */
  words(): string
  /** The innermost visible element whose whole text this is. */
  find(text: string): PageElement
  tap(text: string): Promise<void>
  settle(): Promise<void>
}

interface Setup {
  query?: string
  hash?: string
  answer?: (request: Request) => Response | Promise<Response>
  storage?: Record<string, string>
}

/** Starts the fixture with `answer` in the place of the server. */
export async function startFixture(setup: Setup = {}): Promise<JsdomPhone> {
  const { query = 'openid=a', hash = '', answer, storage = {} } = setup
  const { preview } = await builtFixture()
  const silent = new VirtualConsole()
  const page = new JSDOM('<!doctype html><body><div id="phone"></div></body>', {
    url: `https://phone.test/phone?${query}${hash}`, runScripts: 'outside-only', pretendToBeVisual: true,
    virtualConsole: silent,
  })
  const window = page.window as PhoneWindow
  Object.assign(window, {
    fetch: async (url: string, init?: RequestInit) => {
      init?.signal?.throwIfAborted()
      return answer ? answer(new Request(new URL(url, 'https://phone.test'), { ...init, signal: null }))
        : new Response('', { status: 404 })
    },
    TextDecoder,
  })
  Object.entries(storage).forEach(([key, value]) => window.localStorage.setItem(key, value))
  for (const script of scriptsOf(preview)) script.runInContext(page.getInternalVMContext())
  const settle = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done, 40))
  }
  await settle()
  const visible = (): PageElement => window.document.querySelector('dialog[open]')
    ?? window.document.querySelector('.page-box:not([hidden])')!
  const find = (text: string): PageElement => {
    const hits = [...visible().querySelectorAll('*')].filter((one) => one.textContent?.trim() === text)
    const hit = hits.at(-1)
    if (!hit) throw new Error(`"${text}" is not on the page: ${visible().textContent}`)
    return hit
  }
  return {
    window, find, settle,
    words: () => visible().textContent?.trim() ?? '',
    tap: async (text) => {
      find(text).click()
      await settle()
    },
  }
}

let scripts: Script[] | undefined

/** Parsed once per test file; every phone runs them anew. */
function scriptsOf(preview: string): Script[] {
  scripts ??= ['app.js', 'host.js'].map((file) =>
    new Script(readFileSync(join(preview, file), 'utf8'), { filename: file }))
  return scripts
}
