import type { Row } from '../../platform/index.ts'
import { rowShare, sha256 } from '../../platform/index.ts'

/** What a checkpoint says of one fund. `marks` stand for the entries behind `from`, up to `seq`. */
export type FundLeaf = { fund: string; seq: number; head: string; totals: Totals; from: number; marks: string[] }
/** What it says of one journal: a township's, or the county's. */
export type JournalLeaf = { chain: string; seq: number; head: string }
/** Place and fen, in the places' order, places that hold nothing left out. */
export type Totals = [place: string, fen: string][]

/** Line 1 to n of a leaves file: the funds, then the journals, each in the order of its code. */
export type Leaves = { funds: FundLeaf[]; journals: JournalLeaf[] }

/** The bytes that the Merkle tree holds. */
export function fundLeaf({ fund, seq, head, totals, from, marks }: FundLeaf): string {
  return JSON.stringify(['xianjiu-fund-leaf-1', fund, seq, head, totals, from, sha256(JSON.stringify(marks))])
}

/** Likewise of a journal. */
export function journalLeaf({ chain, seq, head }: JournalLeaf): string {
  return JSON.stringify(['xianjiu-journal-leaf-1', chain, seq, head])
}

/** What holds in a place at a moment: zero is left out, so that a place that comes later changes no old leaf. */
export function totalsOf(fen: ReadonlyMap<string, bigint>): Totals {
  const held = [...fen].filter(([, sum]) => sum !== 0n).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return held.map(([place, sum]) => [place, String(sum)])
}

const numbering = new Set(['seq', 'voucher', 'undoes', 'prev', 'hash', 'journal_id'])

/** 64 bits of what an entry says, wherever it stands: so a difference can be named as moved, added, gone or edited. */
export function markOf(entry: Row): string {
  const said = Object.keys(entry).filter((column) => !numbering.has(column)).toSorted()
  return rowShare('entries', said, entry).toString(16).padStart(64, '0').slice(0, 16)
}

/** The leaves file that lies beside a note. */
export function leavesFile({ funds, journals }: Leaves): string {
  const lines = [...funds, ...journals].map((leaf) => `${JSON.stringify(leaf)}\n`)
  return lines.join('')
}

/** Reads it back. */
export function readLeaves(file: string): Leaves {
  const lines = file.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as FundLeaf | JournalLeaf)
  return {
    funds: lines.filter((leaf) => 'fund' in leaf),
    journals: lines.filter((leaf) => 'chain' in leaf),
  }
}
