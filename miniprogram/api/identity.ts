/** Townships that anyone may read, kept for the days without network; and the sign-out. */
import type { PhoneAnswer, Townships } from '../../worker/contract/identity.ts'
import { wipeOwner } from '../drafts/owner.ts'
import { forgetAlbums } from '../evidence/album.ts'
import { inquire, readOpen, type Result } from './http.ts'
import { newKey } from './key.ts'
import { forgetSession, session } from './session.ts'
import { exchange } from './wire.ts'

export type Township = Townships['townships'][number]

const stored = 'townships'
const chosen = 'township'

export function knownTownships(): Township[] {
  return (wx.getStorageSync(stored) as Township[] | '') || []
}

/** The fresh list, or the one kept from before. */
export async function townships(): Promise<Township[]> {
  const result = await readOpen<Townships>('/townships')
  if (result.ok) wx.setStorageSync(stored, result.data.townships)
  return knownTownships()
}

/** The township this phone last chose, or the one of a person's post: for the telephone line and the next form. */
export function myTownship(): Township | null {
  const post = session()?.posts.filter(({ townshipCode }) => townshipCode)[0]
  const code = (wx.getStorageSync(chosen) as string | '') || post?.townshipCode
  return knownTownships().filter((one) => one.code === code)[0] ?? null
}

export function rememberTownship(code: string): void {
  wx.setStorageSync(chosen, code)
}

/** The number behind the code that WeChat's own button gives (微信填入). */
export function phoneFromWechat(code: string): Promise<Result<PhoneAnswer>> {
  return inquire<PhoneAnswer>('/session/phone', { code })
}

export function signOut(): void {
  const token = session()?.token
  if (token) void exchange('POST', '/session/end', { Authorization: `Bearer ${token}`, 'Idempotency-Key': newKey() },
    {})
  wipeOwner()
  forgetAlbums()
  forgetSession()
}
