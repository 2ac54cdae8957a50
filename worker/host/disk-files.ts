import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from '../platform/index.ts'

/** Photos on a disk, by content: `files/ab/abcd...`. Written beside, synced, renamed: a crash leaves no half file. */
export function diskFiles(folder: string): Files {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key)
  return {
    put: async (key, bytes) => {
      const path = pathOf(key)
      if (
        await stat(path).then(
          () => true,
          () => false,
        )
      )
        return
      await mkdir(dirname(path), { recursive: true })
      const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
      const handle = await open(draft, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(draft, path)
    },
    get: (key) => (/^[0-9a-f]{64}$/.test(key) ? readFile(pathOf(key)).catch(() => null) : Promise.resolve(null)),
  }
}
