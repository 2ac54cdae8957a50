import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import type { Pack } from 'tar-stream'
import { hashing } from './hashing.ts'
import type { Manifest, Part } from './manifest.ts'

export type Source = { name: string; path: string }

/** `sha256`: of the whole file, for whoever carries it away. */
export type Packed = { manifest: Manifest; sha256: string }
type Head = Omit<Manifest, 'parts' | 'missing'>

/**
 * Writes `to`, a tar that any machine can open: each file as it is, hashed on its way, then the manifest that names them.
 * A file that is not there is named as missing. `to` is synced when this returns.
 */
export async function packParts(to: string, sources: readonly Source[], head: Head): Promise<Packed> {
  const tar = pack()
  const whole = createHash('sha256')
  const file = createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true })
  const written = pipeline(tar, createGzip({ level: 1 }), hashing(whole), file)
  const filled = fill(tar, sources, head)
  // whichever fails first: the other is told
  filled.catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))))
  const [manifest] = await Promise.all([filled, written])
  return { manifest, sha256: whole.digest('hex') }
}

async function fill(tar: Pack, sources: readonly Source[], head: Head): Promise<Manifest> {
  const manifest: Manifest = { ...head, parts: [], missing: [] }
  const mtime = new Date(head.madeAt)
  for (const { name, path } of sources) {
    const size = await stat(path).then((found) => found.size, absent)
    if (size === null) manifest.missing.push(name)
    else manifest.parts.push(await addFile(tar, { name, path }, size, mtime))
  }
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  await new Promise<void>((resolve, reject) => {
    tar.entry({ name: 'manifest.json', mtime, mode: 0o600 }, text, (error) => (error ? reject(error) : resolve()))
  })
  tar.finalize()
  return manifest
}

async function addFile(tar: Pack, { name, path }: Source, size: number, mtime: Date): Promise<Part> {
  const sum = createHash('sha256')
  await pipeline(createReadStream(path), hashing(sum), tar.entry({ name, size, mtime, mode: 0o600 }))
  return { name, bytes: size, sha256: sum.digest('hex') }
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
