import { callsForApi } from './wx/address.ts'

/** Pictures that the person chose live in memory, under the names that a phone would give them. */
const temporary = new Map<string, { blob: Blob; url: string; name: string }>()

let count = 0
let packageFiles = '/phone/files/'

/** Says where the mini-program's own pictures are served. */
export function serveFilesFrom(address: string): void {
  packageFiles = address
}

/** Keeps a file under a temporary path, as a phone's file chooser does, or under a lasting one. */
export function keepFile(blob: Blob, name = 'file', place: 'tmp' | 'store' = 'tmp'): string {
  const suffix = /\.\w+$/.exec(name)?.[0] ?? (blob.type === 'image/png' ? '.png' : '.jpg')
  const path = `http://${place}/${Date.now().toString(36)}${(count += 1)}${suffix}`
  restoreFile(path, blob, name)
  return path
}

/** Puts a file under a path that it had before. */
export function restoreFile(path: string, blob: Blob, name = path): void {
  temporary.set(path, { blob, url: URL.createObjectURL(blob), name })
}

/** The file behind a temporary path. */
export function fileAt(path: string): { blob: Blob; name: string } | undefined {
  return temporary.get(path)
}

/** Where the browser finds a picture that the mini-program names. */
export function fileAddress(path: string): string {
  const kept = temporary.get(path)
  if (kept) return kept.url
  if (path.startsWith('data:') || path.startsWith('blob:')) return path
  if (/^https?:/.test(path)) return callsForApi(path)
  return packageFiles + path.replace(/^\//, '')
}

/** Lets a temporary file go. */
export function forgetFile(path: string): void {
  const kept = temporary.get(path)
  if (kept) URL.revokeObjectURL(kept.url)
  temporary.delete(path)
}
