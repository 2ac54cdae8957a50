/** Who is signed in on this phone. One sign-in at a time; everybody else waits for it. */
import type { Session } from '../../worker/contract/identity.ts'
import { adopt } from '../drafts/owner.ts'
import { resultOf, trouble, type Result } from './result.ts'
import { exchange } from './wire.ts'

const stored = 'session'
let signingIn: Promise<Result<Session>> | null = null

export function session(): Session | null {
  return (wx.getStorageSync(stored) as Session | '') || null
}

export function forgetSession(): void {
  wx.removeStorageSync(stored)
}

export function ensureSession(): Promise<Result<Session>> {
  const known = session()
  if (known) return Promise.resolve({ ok: true, data: known })
  if (!signingIn) {
    signingIn = signIn().then((result) => {
      signingIn = null
      return result
    })
  }
  return signingIn
}

/** A token that the server no longer knows is dropped, unless somebody else has already renewed it. */
export function renewSession(oldToken: string): Promise<Result<Session>> {
  if (session()?.token === oldToken) forgetSession()
  return ensureSession()
}

async function signIn(): Promise<Result<Session>> {
  const code = await loginCode()
  if (code === null) return trouble('offline')
  const result = resultOf<Session>(await exchange('POST', '/sessions', {}, { code, device: deviceName() }))
  if (result.ok) {
    wx.setStorageSync(stored, result.data)
    adopt(result.data.person.id)
  }
  return result
}

function loginCode(): Promise<string | null> {
  return new Promise((resolve) => {
    wx.login({ success: (answer) => resolve(answer.code), fail: () => resolve(null) })
  })
}

function deviceName(): string {
  return `${wx.getDeviceInfo().model}`.slice(0, 80)
}
