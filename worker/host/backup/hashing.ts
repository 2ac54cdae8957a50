import type { Hash } from 'node:crypto'
import { Transform } from 'node:stream'

/** Lets bytes through and adds them to `sum`; `seen` is told how many. */
export function hashing(sum: Hash, seen: (bytes: number) => void = () => {}): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum.update(chunk)
      seen(chunk.length)
      done(null, chunk)
    },
  })
}
