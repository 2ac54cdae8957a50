import type { Books, Check, Verdict } from '../finding.ts'
import { difference } from './difference.ts'
import type { Kept } from './folder.ts'
import { noteNames, readKept } from './folder.ts'
import type { FundLeaf, Leaves } from './leaf.ts'
import { markOf, totalsOf } from './leaf.ts'
import type { VerifierKey } from './note.ts'
import { signersOf } from './note.ts'
import { nameOf, stated, textOf } from './statement.ts'

/** A checkpoint with its leaves, both found whole. */
type Sound = { name: string; leaves: Leaves }

/** What the checkpoints of a folder say against the present books; `keys` say whose signature to believe. */
export function checkpointChecks(folder: string, keys: () => readonly VerifierKey[]): Check[] {
  const sound: Sound[] = []
  return [
    {
      name: 'every checkpoint is signed, whole, and follows one that is there',
      run: () => {
        const names = noteNames(folder)
        const read = names.map((name) => ({ name, bad: sounded(name) }))
        const texts = new Set(read.flatMap(({ bad }) => (typeof bad === 'string' ? [] : nameOf(bad.note.text))))
        const wrong = read.flatMap(({ name, bad }) => {
          if (typeof bad === 'string') return [`checkpoint ${name}: ${bad}`]
          const { previous } = bad.statement
          return previous === 'none' || texts.has(previous) ? [] : [`checkpoint ${name}: the one before it is missing`]
        })
        const firsts = read.filter(({ bad }) => typeof bad !== 'string' && bad.statement.previous === 'none')
        if (wrong.length === 0 && firsts.length > 1) wrong.push(`checkpoint ${firsts[1]?.name ?? ''}: follows none`)
        return { count: names.length, bad: wrong[0] ?? null, fund: null }
      },
    },
    { name: 'every fund still is what its checkpoints saw', run: (books) => fundsHold(books, sound) },
    { name: 'every journal still is what its checkpoints saw', run: (books) => journalsHold(books, sound) },
  ]

  function sounded(name: string): Kept | string {
    try {
      const kept = readKept(folder, name)
      const { note, statement } = kept
      if (!signersOf(note, keys()).includes(statement.origin)) return `not signed by a known key of ${statement.origin}`
      const leaves = kept.leaves()
      if (leaves === null) return 'its leaves file is missing'
      if (textOf(stated(leaves, statement)) !== note.text) return 'its leaves file is not what was signed'
      sound.push({ name, leaves })
      return kept
    } catch {
      return 'is no signed checkpoint, or its text or a signature was changed'
    }
  }
}

type Seen = { name: string; leaf: FundLeaf }

/** One walk over the entries: where a checkpoint looked, head and totals must be what it saw, and each entry hangs on the one before. */
function fundsHold(books: Books, checkpoints: Sound[]): Verdict {
  const open = new Map<string, Map<number, Seen[]>>()
  for (const { name, leaves } of checkpoints) {
    for (const leaf of leaves.funds) {
      const seen = open.get(leaf.fund) ?? new Map<number, Seen[]>()
      open.set(leaf.fund, seen.set(leaf.seq, [...(seen.get(leaf.seq) ?? []), { name, leaf }]))
    }
  }
  const signs = new Map(books.rows('SELECT place, sign FROM places').map((row) => [row.place, BigInt(Number(row.sign))]))
  const wrong = new Set<string>()
  let fund = ''
  let totals = new Map<string, bigint>()
  let before = { seq: 0, hash: '' }
  const add = (place: string, fen: bigint) => totals.set(place, (totals.get(place) ?? 0n) + fen * (signs.get(place) ?? 0n))
  const walk = 'SELECT fund_code, seq, prev, hash, debit_place, credit_place, fen FROM entries ORDER BY fund_code, seq'
  const { count } = books.each(walk, (row) => {
    if (row.fund_code !== fund) {
      fund = String(row.fund_code)
      totals = new Map()
      before = { seq: 0, hash: '' }
    }
    if (row.seq !== before.seq + 1 || row.prev !== before.hash) wrong.add(fund)
    before = { seq: Number(row.seq), hash: String(row.hash) }
    const fen = BigInt(Math.trunc(Number(row.fen)))
    add(String(row.debit_place), fen)
    add(String(row.credit_place), -fen)
    const seen = open.get(fund)
    const here = seen?.get(Number(row.seq)) ?? []
    seen?.delete(Number(row.seq))
    const holds = here.every(({ leaf }) => leaf.head === row.hash && JSON.stringify(leaf.totals) === JSON.stringify(totalsOf(totals)))
    if (!holds) wrong.add(fund)
    return null
  })
  const there = new Set(books.rows('SELECT code FROM funds').map((row) => String(row.code)))
  for (const code of wrong) if (!open.has(code)) wrong.delete(code)
  for (const [code, seen] of open) {
    seen.delete(0)
    if (seen.size > 0 || !there.has(code)) wrong.add(code)
  }
  const funds = [...wrong].toSorted()
  const [first] = funds
  if (first === undefined) return { count, bad: null, fund: null }
  return { count, bad: `fund ${first}: ${whatBecame(books, first, checkpoints, there)}`, fund: first, funds }
}

function whatBecame(books: Books, fund: string, checkpoints: Sound[], there: Set<string>): string {
  const then: string[] = []
  let last = ''
  for (const { name, leaves } of checkpoints.toSorted((a, b) => seqIn(a, fund) - seqIn(b, fund))) {
    const leaf = leaves.funds.find((one) => one.fund === fund)
    if (!leaf) continue
    last = `checkpoint ${name} saw ${leaf.seq} entries`
    if (leaf.from > then.length) return `is not what its checkpoints saw; a leaves file before ${name} is missing (${last})`
    then.push(...leaf.marks.slice(then.length - leaf.from))
  }
  if (!there.has(fund)) return `the fund was deleted (${last})`
  const now = books.rows('SELECT * FROM entries WHERE fund_code = ? ORDER BY seq', fund).map(markOf)
  return `${difference(then, now)} (${last})`
}

function seqIn({ leaves }: Sound, fund: string): number {
  return leaves.funds.find((leaf) => leaf.fund === fund)?.seq ?? 0
}

function journalsHold(books: Books, checkpoints: Sound[]): Verdict {
  let count = 0
  for (const { name, leaves } of checkpoints) {
    for (const { chain, seq, head } of leaves.journals) {
      count += 1
      const now = books.rows('SELECT hash FROM journal WHERE chain = ? AND seq = ?', chain, seq)[0]?.hash
      const what = now === undefined ? `row ${seq} is gone` : `was rewritten at row ${seq} or before`
      if (now !== head) return { count, bad: `journal ${chain}: ${what} (checkpoint ${name})`, fund: null }
    }
  }
  return { count, bad: null, fund: null }
}
