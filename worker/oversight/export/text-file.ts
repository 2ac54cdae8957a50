import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

const chunkMax = 1 << 16

/** A file written piece by piece, never over another, that knows the SHA-256 of what went in. */
export class TextFile {
  readonly #file: number
  readonly #hash = createHash('sha256')
  #waiting = ''

  constructor(path: string) {
    this.#file = openSync(path, 'wx', 0o644)
  }

  add(text: string): void {
    this.#waiting += text
    if (this.#waiting.length >= chunkMax) this.#flush()
  }

  /** Ends the file on disk and returns its hash in hex. */
  end(): string {
    this.#flush()
    fsyncSync(this.#file)
    closeSync(this.#file)
    return this.#hash.digest('hex')
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting)
    this.#waiting = ''
    this.#hash.update(bytes)
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
  }
}
