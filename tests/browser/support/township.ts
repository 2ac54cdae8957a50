import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type Running } from '../../../worker/host/serve.ts'
import { closeBrowser } from './browser.ts'
import { freshBuild } from './fresh.ts'
import { openPhone, type Phone, type PhoneSetup } from './phone.ts'

/** The demo county on a port of its own, and the phones of its people. */
export interface Township {
  url: string
  phone(openid: string, path?: string, more?: Partial<PhoneSetup>): Promise<Phone>
  stop(): Promise<void>
}

/** A small green picture: what a camera would hand over. */
export const picture = {
  name: 'photo.png', mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
    'base64'),
}

export const smallPhone = { width: 375, height: 667 }

export async function openTownship(): Promise<Township> {
  await freshBuild()
  const dataDir = mkdtempSync(join(tmpdir(), 'xianjiu-phone-'))
  const running: Running = await startServer({
    port: 0, host: '127.0.0.1', dataDir, demo: true, fieldKeys: null, wechat: { base: null, appId: null, secret: null },
  }, { log: () => {}, checkAnswers: true })
  const opened: Phone[] = []
  return {
    url: running.url,
    async phone(openid, path = 'pages/home/home', more = {}) {
      const phone = await openPhone({ baseUrl: running.url, openid, path, size: smallPhone, ...more })
      opened.push(phone)
      return phone
    },
    async stop() {
      for (const phone of opened) await phone.close().catch(() => {})
      await closeBrowser()
      await running.stop()
      if (existsSync(dataDir)) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Takes a photo; the first time the phone asks for the privacy consent that WeChat asks for. */
export async function takePhoto(phone: Phone, button: string, consent = true): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser')
  await phone.tap(button)
  if (consent) await phone.tap('同意')
  await (await chooser).setFiles(picture)
  await phone.see('已上传')
}

/** Picks a row of the phone's own picker. */
export async function pick(phone: Phone, box: string, row: string): Promise<void> {
  await phone.tap(box)
  await phone.tap(row)
}

/** Opens a list of the workbench by its tab; a row may carry the same words. */
export async function openList(phone: Phone, name: string): Promise<void> {
  await phone.visible().getByRole('tab', { name }).click()
}
