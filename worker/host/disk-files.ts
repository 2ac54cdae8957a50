import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from '../platform/index.ts'

/**
 * Photos on a disk, by content: `files/ab/abcd...`. Written beside, synced, renamed, and the name synced: a crash leaves
 * no half file, a full disk no rest of one, and a photo that was acknowledged is still found after a power cut.
 */
export function diskFiles(folder: string): Files {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key)
  return {
    put: async (key, bytes) => {
      const path = pathOf(key)
      if (!(await isThere(path))) await write(path, bytes)
      for (const named of [dirname(path), folder, dirname(folder)]) await syncFolder(named)
    },
    get: (key) => (/^[0-9a-f]{64}$/.test(key) ? readFile(pathOf(key)).catch(() => null) : Promise.resolve(null)),
  }
}

/** The same name with other bytes, whole or not at all: for a photo that is sealed anew. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await write(path, bytes)
  await syncFolder(dirname(path))
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Windows opens no folder; there the file system keeps the order by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
