import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leafHash, rootOf, rootThrough, siblingsOf } from '../../../worker/oversight/checkpoint/merkle.ts'

/** The vectors that certificate transparency logs test with (RFC 6962). */
const published = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = new Map([
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
])
const leaves = published.map((hex) => leafHash(Buffer.from(hex, 'hex')))

it('makes the roots that are published for these leaves', () => {
  for (const [size, root] of roots) expect(rootOf(leaves.slice(0, size)).toString('hex'), String(size)).toBe(root)
})

it('proves each leaf of any tree, and no other leaf, place or size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (size, at) => {
      const index = at % size
      const tree = Array.from({ length: size }, (_, n) => leafHash(`leaf ${n}`))
      const root = rootOf(tree).toString('hex')
      const siblings = siblingsOf(tree, index)
      const through = (leaf: Buffer, place: number, of: number, way: readonly Buffer[]) => rootThrough(leaf, place, of, way)?.toString('hex')
      expect(through(tree[index]!, index, size, siblings)).toBe(root)
      expect(through(leafHash('another'), index, size, siblings)).not.toBe(root)
      expect(through(tree[index]!, size, size, siblings)).toBeUndefined()
      expect(through(tree[index]!, index, size, [...siblings, leafHash('one more')])).not.toBe(root)
      if (size > 1) {
        expect(through(tree[index]!, (index + 1) % size, size, siblings)).not.toBe(root)
        expect(through(tree[index]!, index, size, siblings.slice(1))).not.toBe(root)
      }
    }),
  )
})

it('a node is never taken for a leaf', () => {
  const [left, right] = [leafHash('left'), leafHash('right')]
  expect(leafHash(Buffer.concat([left, right])).equals(rootOf([left, right]))).toBe(false)
})

it('eleven hashes prove one fund of 1,312', () => {
  const province = Array.from({ length: 1_312 }, (_, n) => leafHash(`fund ${n}`))
  expect(siblingsOf(province, 0)).toHaveLength(11)
  expect(Math.max(...province.map((_, index) => (index % 41 === 0 ? siblingsOf(province, index).length : 0)))).toBe(11)
})
