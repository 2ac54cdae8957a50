/** The phone's small storage. A full one first gives up what can be fetched again; writing never breaks a page. */
import { keyFor, owner } from './owner.ts'

const order = 'order'
const seenMax = 40

export function put(name: string, value: unknown): boolean {
  if (tryPut(name, value)) return true
  seenPlaces().forEach(forget)
  return tryPut(name, value)
}

/** What the server showed last, for a page without network; the oldest goes, so that few cases lie on a phone. */
export function rememberSeen(place: string, data: unknown): void {
  const places = [place, ...seenPlaces().filter((one) => one !== place)]
  places.slice(seenMax).forEach(forget)
  put(keyFor('seen', owner(), order), places.slice(0, seenMax))
  put(keyFor('seen', owner(), place), data)
}

export function lastSeen<Data>(place: string): Data | null {
  return (wx.getStorageSync(keyFor('seen', owner(), place)) as Data | '') || null
}

function seenPlaces(): string[] {
  return (wx.getStorageSync(keyFor('seen', owner(), order)) as string[] | '') || []
}

function forget(place: string): void {
  wx.removeStorageSync(keyFor('seen', owner(), place))
}

function tryPut(name: string, value: unknown): boolean {
  try {
    wx.setStorageSync(name, value)
    return true
  } catch {
    return false
  }
}
