import { closeSync, fsyncSync, openSync } from 'node:fs'

/** A file's bytes, or a folder's names, are on the disk when this returns. Windows opens no folder. */
export function syncPath(path: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
