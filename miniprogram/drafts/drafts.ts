/** What is typed but not sent, per person and page. It survives a kill; only sending or signing out removes it. */
import { keyFor, owner } from './owner.ts'
import { put } from './store.ts'

export function readDraft<Draft extends object>(page: string, blank: Draft): Draft {
  const kept = wx.getStorageSync(keyFor('draft', owner(), page)) as Draft | ''
  return kept ? { ...blank, ...kept } : blank
}

export function writeDraft(page: string, draft: object): void {
  put(keyFor('draft', owner(), page), draft)
}

export function dropDraft(page: string): void {
  wx.removeStorageSync(keyFor('draft', owner(), page))
}
