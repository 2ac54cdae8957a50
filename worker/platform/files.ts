/** Where photos lie: a disk on Node, R2 on Workers. Keys are SHA-256 of the content; bytes arrive sealed. */
export type Files = {
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Uint8Array | null>
}
