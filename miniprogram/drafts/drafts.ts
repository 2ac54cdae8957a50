/** What is typed but not sent, per person and page. It survives a kill; only sending or signing out removes it. */
import { keyFor, owner } from './owner.ts'

export function readDraft<Draft extends object>(page: string, blank: Draft): Draft {
  const kept = wx.getStorageSync(keyFor('draft', owner(), page)) as Draft | ''
  return kept ? { ...blank, ...kept } : blank
}

export function writeDraft(page: string, draft: object): void {
  wx.setStorageSync(keyFor('draft', owner(), page), draft)
}

export function dropDraft(page: string): void {
  wx.removeStorageSync(keyFor('draft', owner(), page))
}

/** The last thing the server showed, so that a page without network is not empty. */
export function lastSeen<Data>(place: string): Data | null {
  return (wx.getStorageSync(keyFor('seen', owner(), place)) as Data | '') || null
}

export function rememberSeen(place: string, data: unknown): void {
  wx.setStorageSync(keyFor('seen', owner(), place), data)
}
