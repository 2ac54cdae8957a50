import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type Running } from '../../../worker/host/serve.ts'
import { nobodyIsAsked } from '../../support/second.ts'
import { closeBrowser } from './browser.ts'
import { freshBuild } from './fresh.ts'
import { openPhone, type Phone, type PhoneSetup } from './phone.ts'
import { copySeed, demo } from './seeded.ts'

/** The demo county on a port of its own, and the phones of its people. */
export interface Township {
  url: string
  phone(openid: string, path?: string, more?: Partial<PhoneSetup>): Promise<Phone>
  /** The same person at the API: for what a test needs done before, or beside, the phone. */
  caller(openid: string): Promise<Caller>
  stop(): Promise<void>
}

export interface Caller {
  get(path: string): Promise<Answer>
  post(path: string, body: object): Promise<Answer>
}
/** An answer's body; a refusal is thrown, because a step that did not happen proves nothing. */
export type Answer = Record<string, unknown>

/** A small green picture: what a camera would hand over. */
export const picture = {
  name: 'photo.png', mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
    'base64'),
}

export const smallPhone = { width: 375, height: 667 }

/** `asksPin`: as in life; otherwise whoever signs in has given the PIN already. */
export async function openTownship({ asksPin = false } = {}): Promise<Township> {
  await freshBuild()
  const dataDir = mkdtempSync(join(tmpdir(), 'xianjiu-phone-'))
  await copySeed(dataDir)
  const running: Running = await startServer({ ...demo, dataDir }, { log: () => {}, checkAnswers: true })
  if (!asksPin) await nobodyIsAsked(running.services)
  const opened: Phone[] = []
  return {
    url: running.url,
    async phone(openid, path = 'pages/home/home', more = {}) {
      const phone = await openPhone({ baseUrl: running.url, openid, path, size: smallPhone, ...more })
      opened.push(phone)
      return phone
    },
    caller: (openid) => callerOf(running.url, openid),
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

async function callerOf(url: string, openid: string): Promise<Caller> {
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const reply = await fetch(`${url}/api${path}`, init)
    const body = await reply.json() as Answer
    if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(body)}`)
    return body
  }
  const json = { 'content-type': 'application/json' }
  const { people } = await send('/demo/people', {}) as { people: { openid: string; code: string }[] }
  const code = people.find((one) => one.openid === openid)?.code
  const { token } = await send('/sessions', { method: 'POST', headers: json, body: JSON.stringify({ code }) })
  const signed = { ...json, authorization: `Bearer ${String(token)}` }
  return {
    get: (path) => send(path, { headers: signed }),
    post: (path, body) => send(path, {
      method: 'POST', headers: { ...signed, 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify(body),
    }),
  }
}
