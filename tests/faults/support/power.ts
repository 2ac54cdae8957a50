import { createReadStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { traceFile } from './trace.ts'

/** Runs a server under strace, which writes down every byte that it writes to a file or answers. */
export const recorded = (dataDir: string): string[] => [
  'strace', '-D', '-f', '-y', '-qq', '-xx', '-s', '1000000', '-o', traceFile(dataDir), '-e', 'trace=write,writev,pwrite64,ftruncate,fsync,fdatasync',
]

type Change = { at: number; bytes: Buffer } | { size: number }
/** What happened on the machine, in order: a file was changed, a file was synced, somebody was told of a grant. */
export type Event = { file: string; change: Change } | { file: string; synced: true } | { grant: string }

/** The events of a server that has ended. */
export async function eventsOf(dataDir: string): Promise<Event[]> {
  const begun = new Map<string, string>()
  const events: Event[] = []
  for await (const line of createInterface({ input: createReadStream(traceFile(dataDir), 'latin1') })) {
    const [, thread = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (call.endsWith('<unfinished ...>')) begun.set(thread, call)
    else events.push(...eventOf(call.startsWith('<...') ? `${begun.get(thread) ?? ''}${call}` : call))
  }
  return events
}

function eventOf(call: string): Event[] {
  const [, name = '', path = ''] = /^(\w+)\(\d+<([^>]*)>/.exec(call) ?? []
  const file = /\/(county\.db(?:-wal)?)$/.exec(plain(path))?.[1]
  if (file && name === 'pwrite64') return [{ file, change: { at: Number(/, (\d+)\) +=/.exec(call)?.[1]), bytes: stringsOf(call) } }]
  if (file && name === 'ftruncate') return [{ file, change: { size: Number(/, (\d+)\) +=/.exec(call)?.[1]) } }]
  if (file && name.endsWith('sync')) return call.endsWith(' = 0') ? [{ file, synced: true }] : []
  if (file || !name.startsWith('write')) return []
  const [, grant] = /^HTTP\/1\.1 201[^]*"grantId":"([^"]+)"/.exec(stringsOf(call).toString('latin1')) ?? []
  return grant ? [{ grant }] : []
}

const plain = (path: string): string => path.replaceAll(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
const stringsOf = (call: string): Buffer =>
  Buffer.concat([...call.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => Buffer.from(hex.replaceAll('\\x', ''), 'hex')))

/**
 * A disk that forgets at a power cut: what was synced stays, and of what was not each sector of 512 bytes stays or not, by
 * chance. `cut` writes the folder that the next start would find.
 */
export class Disk {
  readonly #files = new Map<string, Buffer>()
  readonly #unsynced = new Map<string, Change[]>()

  constructor(files: Record<string, Buffer>) {
    for (const [name, bytes] of Object.entries(files)) this.#files.set(name, Buffer.from(bytes))
  }

  take(event: Event): void {
    if ('grant' in event) return
    const waiting = this.#unsynced.get(event.file) ?? []
    if ('change' in event) this.#unsynced.set(event.file, [...waiting, event.change])
    else {
      this.#files.set(event.file, waiting.reduce(changed, this.#files.get(event.file) ?? Buffer.alloc(0)))
      this.#unsynced.delete(event.file)
    }
  }

  cut(folder: string, random: () => number): void {
    mkdirSync(folder, { recursive: true })
    for (const name of new Set([...this.#files.keys(), ...this.#unsynced.keys()])) {
      const survived = (this.#unsynced.get(name) ?? []).flatMap((change) => sectors(change).filter(() => random() < 0.5))
      writeFileSync(join(folder, name), survived.reduce(changed, Buffer.from(this.#files.get(name) ?? [])))
    }
  }
}

function changed(file: Buffer, change: Change): Buffer {
  const size = 'size' in change ? change.size : Math.max(file.length, change.at + change.bytes.length)
  const next = size === file.length ? file : Buffer.concat([file.subarray(0, size), Buffer.alloc(Math.max(0, size - file.length))])
  if ('bytes' in change) change.bytes.copy(next, change.at)
  return next
}

function sectors(change: Change): Change[] {
  if ('size' in change) return [change]
  const parts: Change[] = []
  for (let from = 0; from < change.bytes.length;) {
    const to = Math.min(change.bytes.length, from + 512 - ((change.at + from) % 512))
    parts.push({ at: change.at + from, bytes: change.bytes.subarray(from, to) })
    from = to
  }
  return parts
}
