import type { Files } from '../platform/index.ts'
import { sha256 } from '../platform/index.ts'

/** The part of Cloudflare's R2 bucket that we use. */
export type Bucket = {
  put(key: string, bytes: Uint8Array, options: { sha256: string }): Promise<unknown>
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>
}

/** Photos in a bucket, by content. R2 refuses bytes that do not fit their SHA-256, so nothing half arrives. */
export function r2Files(bucket: Bucket): Files {
  return {
    put: async (key, bytes) => {
      await bucket.put(key, bytes, { sha256: sha256(bytes) })
    },
    get: async (key) => {
      const found = await bucket.get(key)
      return found ? new Uint8Array(await found.arrayBuffer()) : null
    },
  }
}
