import { fundLeaf } from './leaf.ts'
import { leafHash, rootThrough, siblingsOf } from './merkle.ts'
import type { Kept } from './folder.ts'
import type { Note } from './note.ts'
import { noteOf, written } from './note.ts'
import { statementOf } from './statement.ts'

const version = 'c2sp.org/tlog-proof@v1'

/** That a checkpoint counts one fund, without the others: its leaf, the siblings on the way to the root, and the note. */
export type Proof = { leaf: string; index: number; siblings: Buffer[]; note: Note }

/** The proof file (C2SP tlog-proof) of one fund. */
export function proofFile({ note, leaves }: Kept, fund: string): string {
  const funds = leaves()?.funds ?? []
  const index = funds.findIndex((leaf) => leaf.fund === fund)
  const leaf = funds[index]
  if (!leaf) throw new Error(`检查点里没有基金 ${fund},或少了它的 leaves 文件。`)
  const extra = Buffer.from(fundLeaf(leaf)).toString('base64')
  const siblings = siblingsOf(funds.map((one) => leafHash(fundLeaf(one))), index).map((hash) => `${hash.toString('base64')}\n`)
  return `${version}\nextra ${extra}\nindex ${index}\n${siblings.join('')}\n${written(note)}`
}

/** Whether this file is a proof rather than a note. */
export function isProof(file: string): boolean {
  return file.startsWith(`${version}\n`)
}

/** Reads a proof and walks from its leaf to the note's root; who signed the note is still to be asked. */
export function provenOf(file: string): Proof {
  const match = /^\S+\nextra (\S+)\nindex (\d+)\n((?:[A-Za-z0-9+/]{43}=\n)*)\n([\s\S]+)$/.exec(file)
  if (!isProof(file) || !match) throw new Error('这不是证明文件。')
  const [, extra = '', at, lines = '', rest = ''] = match
  const leaf = Buffer.from(extra, 'base64')
  const siblings = lines.split('\n').filter((line) => line !== '').map((line) => Buffer.from(line, 'base64'))
  const note = noteOf(rest)
  const { size, root } = statementOf(note.text)
  const index = Number(at)
  if (rootThrough(leafHash(leaf), index, size, siblings)?.toString('base64') !== root)
    throw new Error('证明不成立:这个基金算不到检查点的根。')
  return { leaf: leaf.toString('utf8'), index, siblings, note }
}
