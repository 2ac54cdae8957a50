import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import type { Extract } from 'tar-stream'
import { hashing } from './hashing.ts'
import type { Manifest, Part } from './manifest.ts'
import { manifestShape } from './manifest.ts'
import { BackupProblem } from './problem.ts'

type Entry = Extract extends AsyncIterable<infer One> ? One : never

/** Nothing else may stand in a backup: no path leads anywhere but into the folder that is being filled. */
const allowed = /^(county\.db|files\/([0-9a-f]{2})\/\2[0-9a-f]{62}|manifest\.json)$/

/**
 * Reads a backup to its end; each part goes to the path that `place` gives it, or is only looked at (null). Throws
 * `damaged` with the part's name when anything is cut, changed, missing or more than the manifest says.
 */
export async function unpack(file: string, place: (name: string) => string | null): Promise<Manifest> {
  const tar = extract()
  const flow = pipeline(createReadStream(file), createGunzip(), tar)
  // a part whose source broke before anybody read it would wait for ever
  const broken = new AbortController()
  flow.catch((error: unknown) => broken.abort(error))
  const parts = new Map<string, Part>()
  let manifest: string | null = null
  let at = '开头'
  try {
    for await (const entry of tar) {
      const { name, type } = entry.header
      if (type !== 'file' || !allowed.test(name) || parts.has(name) || manifest !== null)
        throw damaged(file, `里面有不该有的 ${name.slice(0, 80)}`)
      at = name
      if (name === 'manifest.json') manifest = await textOf(entry)
      else parts.set(name, await keep(entry, name, place(name), broken.signal))
    }
    await flow
  } catch (error) {
    if (error instanceof BackupProblem || ofTheDisk(error)) throw error
    // the part that does not fit the manifest is the better name for it
    if (manifest !== null) held(file, manifest, parts)
    throw damaged(file, `读到 ${at} 读不下去`, broken.signal.reason ?? error)
  }
  return held(file, manifest, parts)
}

/** What was read is what the manifest says, part by part. */
function held(file: string, text: string | null, parts: Map<string, Part>): Manifest {
  if (text === null) throw damaged(file, '不完整,缺少清单 manifest.json')
  const manifest = manifestFrom(file, text)
  for (const said of manifest.parts) {
    const part = parts.get(said.name)
    if (!part) throw damaged(file, `缺少 ${said.name}`)
    if (part.sha256 !== said.sha256 || part.bytes !== said.bytes) throw damaged(file, `里面的 ${said.name} 被改过或损坏`)
  }
  const extra = [...parts.keys()].find((name) => !manifest.parts.some((said) => said.name === name))
  if (extra) throw damaged(file, `里面多了 ${extra}`)
  if (!parts.has('county.db')) throw damaged(file, '缺少 county.db')
  return manifest
}

function manifestFrom(file: string, text: string): Manifest {
  try {
    return manifestShape.parse(JSON.parse(text))
  } catch (error) {
    throw damaged(file, '里面的清单 manifest.json 读不懂', error)
  }
}

async function keep(entry: Entry, name: string, path: string | null, signal: AbortSignal): Promise<Part> {
  const sum = createHash('sha256')
  let bytes = 0
  const through = hashing(sum, (more) => {
    bytes += more
  })
  if (path !== null) mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const sink = path === null ? nowhere() : createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(entry, through, sink, { signal })
  return { name, bytes, sha256: sum.digest('hex') }
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })

async function textOf(entry: Entry): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of entry) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const damaged = (file: string, what: string, cause?: unknown): BackupProblem =>
  new BackupProblem('damaged', `备份 ${file} 已损坏:${what}。`, cause)

const ofTheDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(E[A-Z]+)$/.test(String(error.code))
