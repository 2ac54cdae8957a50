import { sha256 } from '../../platform/index.ts'
import type { Leaves } from './leaf.ts'
import { fundLeaf, journalLeaf } from './leaf.ts'
import { leafHash, rootOf } from './merkle.ts'

/** What a checkpoint's text says (C2SP tlog-checkpoint; the lines behind the root are ours). */
export type Statement = {
  origin: string
  /** How many funds. */
  size: number
  /** Merkle root over the funds, base64. */
  root: string
  at: string
  journals: { size: number; root: string }
  /** SHA-256 of the text of the checkpoint before it, or `none`. */
  previous: string
}

/** The statement that these leaves make. */
export function stated({ funds, journals }: Leaves, said: Pick<Statement, 'origin' | 'at' | 'previous'>): Statement {
  const root = (leaves: string[]) => rootOf(leaves.map(leafHash)).toString('base64')
  return {
    ...said,
    size: funds.length,
    root: root(funds.map(fundLeaf)),
    journals: { size: journals.length, root: root(journals.map(journalLeaf)) },
  }
}

/** The text that is signed: six lines, each ended by a newline. */
export function textOf({ origin, size, root, at, journals, previous }: Statement): string {
  return `${origin}\n${size}\n${root}\nat ${at}\njournals ${journals.size} ${journals.root}\nprevious ${previous}\n`
}

const shape = /^([^\s+]+)\n(\d+)\n([A-Za-z0-9+/]{43}=)\nat (\S+Z)\njournals (\d+) ([A-Za-z0-9+/]{43}=)\nprevious ([0-9a-f]{64}|none)\n$/

/** Reads the text back; nothing but these six lines is a checkpoint. */
export function statementOf(text: string): Statement {
  const match = shape.exec(text)
  if (!match) throw new Error('正文不是检查点。')
  const [, origin = '', size, root = '', at = '', journals, journalRoot = '', previous = ''] = match
  return { origin, size: Number(size), root, at, journals: { size: Number(journals), root: journalRoot }, previous }
}

/** By what the next checkpoint names this one: a later signature does not change it. */
export function nameOf(text: string): string {
  return sha256(text)
}
