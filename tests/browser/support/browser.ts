import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'
import { unpackedChromium } from './unpack.ts'

const systemBrowsers = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const args = [
  '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
]

let started: Promise<Browser> | undefined

/** The one Chromium of this test process: the machine's own where there is one, the one from npm otherwise. */
export function browser(): Promise<Browser> {
  started ??= executable().then((executablePath) => chromium.launch({ executablePath, args, headless: true }))
  return started
}

/** Ends it. Vitest calls this once per worker. */
export async function closeBrowser(): Promise<void> {
  const running = started
  started = undefined
  await (await running)?.close()
}

/** Where the browser lies on this machine. */
export async function executable(): Promise<string> {
  return systemBrowsers.find((path) => existsSync(path)) ?? unpackedChromium()
}
