/**
 * Photos on their way. An album belongs to a place (`ask|self`, `explanation|grt_1`); it is kept until its page
 * has been sent, goes up one photo at a time in the background, and never holds a submit up.
 */
import { keyFor, owner } from '../drafts/owner.ts'
import { put } from '../drafts/store.ts'
import { newKey } from '../api/key.ts'
import { dropFiles } from './choose.ts'
import { uploadPhoto } from './upload.ts'

export interface Photo {
  /** Also the upload's Idempotency-Key. */
  key: string
  path: string
  state: 'waiting' | 'sending' | 'sent' | 'failed'
  percent: number
  evidenceId: string | null
  why: string
}

type Listener = (photos: Photo[]) => void
const listeners: Record<string, Listener[]> = {}
const albums: Record<string, Photo[]> = {}
const idle: (() => void)[] = []
let running = false

export function album(place: string): Photo[] {
  const name = nameOf(place)
  const known = albums[name]
  if (known) return known
  const kept = (wx.getStorageSync(name) as Photo[] | '') || []
  const photos = kept.map((photo) => (photo.state === 'sending' ? { ...photo, state: 'waiting' as const } : photo))
  albums[name] = photos
  return photos
}

export const sentIds = (place: string): string[] =>
  album(place).filter((photo) => photo.evidenceId).map((photo) => photo.evidenceId as string)
export const unsentCount = (place: string): number => album(place).filter((photo) => !photo.evidenceId).length

export function addPhotos(place: string, paths: string[]): void {
  const fresh = (path: string): Photo => ({ key: newKey(), path, state: 'waiting', percent: 0, evidenceId: null,
    why: '' })
  keep(place, [...album(place), ...paths.map(fresh)])
  void run()
}

export function removePhoto(place: string, key: string): void {
  dropFiles(album(place).filter((photo) => photo.key === key).map(({ path }) => path))
  keep(place, album(place).filter((photo) => photo.key !== key))
}

export function retryPhoto(key: string): void {
  change(key, { state: 'waiting', why: '' })
  void run()
}

export function clearAlbum(place: string): void {
  dropFiles(album(place).map(({ path }) => path))
  keep(place, [])
}

/** Who signs out leaves no photo behind for the next holder of the phone. */
export function forgetAlbums(): void {
  Object.keys(albums).forEach((name) => {
    dropFiles((albums[name] ?? []).map(({ path }) => path))
    delete albums[name]
  })
}

/** Tries again what the last network lost. */
export function resumeAlbums(): void {
  places().forEach(retryFailed)
  void run()
}

/** Every place with photos of this person. */
export function places(): string[] {
  const names = wx.getStorageInfoSync().keys.map((name) => name.split('|'))
  const mine = names.filter(([kind, person]) => kind === 'photos' && person === owner())
  return mine.map(([, , ...place]) => place.join('|'))
}

/** What had not arrived when its page was sent goes on under the request's own name. */
export function moveUnsent(from: string, to: string): void {
  const left = album(from).filter((photo) => !photo.evidenceId)
  dropFiles(album(from).filter((photo) => photo.evidenceId).map(({ path }) => path))
  keep(from, [])
  if (left.length > 0) keep(to, [...album(to), ...left])
  retryFailed(to)
  void run()
}

export function whenIdle(listener: () => void): void {
  idle.push(listener)
}

export function watchAlbum(place: string, listener: Listener): () => void {
  const mine = (listeners[nameOf(place)] = listeners[nameOf(place)] ?? [])
  mine.push(listener)
  return () => {
    mine.splice(mine.indexOf(listener), 1)
  }
}

function retryFailed(place: string): void {
  album(place).filter((photo) => photo.state === 'failed').forEach((photo) => change(photo.key, { state: 'waiting' }))
}

async function run(): Promise<void> {
  if (running) return
  running = true
  for (let next = nextWaiting(); next; next = nextWaiting()) {
    const photo = next
    change(photo.key, { state: 'sending', percent: 0 })
    const result = await uploadPhoto(photo.path, photo.key, (percent) => show(photo.key, percent))
    change(photo.key, result.ok
      ? { state: 'sent', percent: 100, evidenceId: result.data.evidenceId }
      : { state: 'failed', why: result.problem.title })
  }
  running = false
  idle.forEach((listener) => listener())
}

function nextWaiting(): Photo | null {
  for (const place of places()) {
    const photo = album(place).filter((one) => one.state === 'waiting')[0]
    if (photo) return photo
  }
  return null
}

/** By its key, because an album may have moved while the photo was on its way. */
function placeOf(key: string): string | null {
  return places().filter((place) => album(place).some((photo) => photo.key === key))[0] ?? null
}

/** Progress is only shown; the phone's storage is for what must survive. */
function show(key: string, percent: number): void {
  const place = placeOf(key)
  if (place === null) return
  const photos = album(place).map((photo) => (photo.key === key ? { ...photo, percent } : photo))
  albums[nameOf(place)] = photos
  tell(place, photos)
}

function change(key: string, part: Partial<Photo>): void {
  const place = placeOf(key)
  if (place !== null) keep(place, album(place).map((photo) => (photo.key === key ? { ...photo, ...part } : photo)))
}

function keep(place: string, photos: Photo[]): void {
  const name = nameOf(place)
  albums[name] = photos
  if (photos.length > 0) put(name, photos)
  else wx.removeStorageSync(name)
  tell(place, photos)
}

function tell(place: string, photos: Photo[]): void {
  listeners[nameOf(place)]?.slice().forEach((listener) => listener(photos))
}

function nameOf(place: string): string {
  return keyFor('photos', owner(), place)
}
