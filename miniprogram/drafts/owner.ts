/** Whose drafts: a person's own, and `guest` until the first sign-in. */
const stored = 'owner'

export function owner(): string {
  return (wx.getStorageSync(stored) as string | '') || 'guest'
}

/** What was typed before the first sign-in goes over to the person. */
export function adopt(personId: string): void {
  const before = owner()
  wx.setStorageSync(stored, personId)
  if (before !== 'guest') return
  for (const key of keysOf('guest')) {
    const kept = keyFor(key.kind, personId, key.place)
    if (!wx.getStorageSync(kept)) wx.setStorageSync(kept, wx.getStorageSync(key.name) as unknown)
    wx.removeStorageSync(key.name)
  }
}

/** Signing out leaves nothing of this person on the phone. */
export function wipeOwner(): void {
  for (const key of keysOf(owner())) wx.removeStorageSync(key.name)
  wx.removeStorageSync(stored)
}

export function keyFor(kind: 'draft' | 'unsent' | 'photos' | 'seen', person: string, place: string): string {
  return `${kind}|${person}|${place}`
}

function keysOf(person: string): { name: string; kind: 'draft' | 'unsent' | 'photos' | 'seen'; place: string }[] {
  const found: ReturnType<typeof keysOf> = []
  for (const name of wx.getStorageInfoSync().keys) {
    const [kind, of, ...place] = name.split('|')
    if (of !== person) continue
    const ours = kind === 'draft' || kind === 'unsent' || kind === 'photos' || kind === 'seen'
    if (ours) found.push({ name, kind, place: place.join('|') })
  }
  return found
}
