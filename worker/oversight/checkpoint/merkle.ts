import { createHash } from 'node:crypto'

/** RFC 6962: a leaf is never taken for a node, because each is hashed with a byte of its own in front. */
export function leafHash(leaf: Uint8Array | string): Buffer {
  return createHash('sha256').update(Uint8Array.of(0)).update(leaf).digest()
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest()
}

/** The root over leaf hashes in their order; of none it is the hash of nothing. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (only === undefined) return createHash('sha256').digest()
  if (leaves.length === 1) return only
  const at = split(leaves.length)
  return nodeHash(rootOf(leaves.slice(0, at)), rootOf(leaves.slice(at)))
}

/** The siblings that lead from leaf `index` to the root, nearest first. */
export function siblingsOf(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length <= 1) return []
  const at = split(leaves.length)
  return index < at
    ? [...siblingsOf(leaves.slice(0, at), index), rootOf(leaves.slice(at))]
    : [...siblingsOf(leaves.slice(at), index - at), rootOf(leaves.slice(0, at))]
}

/** The root that a leaf and its siblings make in a tree of `size`, or null where they cannot. */
export function rootThrough(leaf: Buffer, index: number, size: number, siblings: readonly Buffer[]): Buffer | null {
  if (index < 0 || index >= size) return null
  if (size === 1) return siblings.length === 0 ? leaf : null
  const last = siblings.at(-1)
  if (last === undefined) return null
  const at = split(size)
  const rest = siblings.slice(0, -1)
  const inside = index < at ? rootThrough(leaf, index, at, rest) : rootThrough(leaf, index - at, size - at, rest)
  if (inside === null) return null
  return index < at ? nodeHash(inside, last) : nodeHash(last, inside)
}

/** The largest power of two below `size`. */
function split(size: number): number {
  return 2 ** Math.ceil(Math.log2(size) - 1)
}
