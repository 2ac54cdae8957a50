import type { KeyObject } from 'node:crypto'
import type { Database, Row } from '../../platform/index.ts'
import { beijingDay, statement } from '../../platform/index.ts'
import type { Kept } from './folder.ts'
import { keepKey, layDown, readFolder, readKept } from './folder.ts'
import type { FundLeaf, JournalLeaf, Leaves } from './leaf.ts'
import { markOf, totalsOf } from './leaf.ts'
import { signed, verifierOf } from './note.ts'
import { nameOf, stated, textOf } from './statement.ts'

/** Where checkpoints lie, and what signs them: both outside the database. */
export type Checkpointing = { folder: string; key: KeyObject }

/** The books are not what was signed last: no new signature goes over that. */
export class Contradiction extends Error {
  readonly checkpoint: string
  readonly what: string

  constructor(checkpoint: string, what: string) {
    super(`与检查点 ${checkpoint} 不符:${what}。没有签名,请先核对(npm run verify)。`)
    this.checkpoint = checkpoint
    this.what = what
  }
}

/**
 * The day's signed note of the whole county: what every fund and every journal holds now. Where nothing happened since
 * the last one, that one is the answer. Once its file left the house no insider can rewrite what lies before; and
 * nothing is signed that contradicts what was signed last.
 */
export async function makeCheckpoint(db: Database, { folder, key }: Checkpointing, now: Date): Promise<Kept> {
  const [counties = [], heads = [], balances = [], journals = []] = await db.read([origins, fundHeads, held, journalHeads])
  const last = readFolder(folder).at(-1)
  const seen = last?.leaves() ?? { funds: [], journals: [] }
  const broken = await contradiction(db, seen)
  if (broken !== null) throw new Contradiction(last?.name ?? '', broken)
  const totals = Map.groupBy(balances, (row) => String(row.fund_code))
  const funds: FundLeaf[] = []
  for (const head of heads) {
    const leaf = headLeaf(head, totals.get(String(head.code)) ?? [])
    const from = seen.funds.find(({ fund }) => fund === leaf.fund)?.seq ?? 0
    funds.push({ ...leaf, from, marks: await marksOf(db, leaf.fund, from, leaf.seq) })
  }
  const leaves = { funds, journals: journals.map(journalOf) }
  if (last && isSame(seen, leaves)) return last
  const origin = `xianjiu/${String(counties[0]?.code)}`
  const previous = last ? nameOf(last.note.text) : 'none'
  const text = textOf(stated(leaves, { origin, at: now.toISOString(), previous }))
  keepKey(folder, verifierOf(origin, key))
  const name = layDown(folder, beijingDay(now), signed({ text, signatures: [] }, origin, key), leaves)
  return readKept(folder, name)
}

const origins = statement('SELECT substr(min(code), 1, 6) AS code FROM townships')
const fundHeads = statement(
  `SELECT f.code, e.seq, e.hash FROM funds f
   LEFT JOIN entries e ON e.fund_code = f.code AND e.seq = (SELECT max(seq) FROM entries WHERE fund_code = f.code)
   ORDER BY f.code`,
)
const held = statement(
  'SELECT fund_code, place, sum(fen) AS fen FROM balances GROUP BY fund_code, place ORDER BY fund_code, place',
)
const journalHeads = statement(
  `SELECT c.chain, j.seq, j.hash FROM (SELECT code AS chain FROM townships UNION SELECT 'county') c
   JOIN journal j ON j.chain = c.chain AND j.seq = (SELECT max(seq) FROM journal WHERE chain = c.chain) ORDER BY c.chain`,
)

function headLeaf(row: Row, balances: Row[]): Omit<FundLeaf, 'from' | 'marks'> {
  const fen = new Map(balances.map(({ place, fen: sum }) => [String(place), BigInt(sum as number)]))
  return { fund: String(row.code), seq: Number(row.seq ?? 0), head: String(row.hash ?? ''), totals: totalsOf(fen) }
}

function journalOf(row: Row): JournalLeaf {
  return { chain: String(row.chain), seq: Number(row.seq), head: String(row.hash) }
}

/** What was signed last and is not there any more, or null. */
async function contradiction(db: Database, { funds, journals }: Leaves): Promise<string | null> {
  const entry = 'SELECT hash FROM entries WHERE fund_code = ? AND seq = ?'
  const row = 'SELECT hash FROM journal WHERE chain = ? AND seq = ?'
  const before = [
    ...funds.filter(({ seq }) => seq > 0).map(({ fund, seq, head }) => ({ what: `基金 ${fund} 第 ${seq} 笔`, head, ask: statement(entry, fund, seq) })),
    ...journals.map(({ chain, seq, head }) => ({ what: `日志 ${chain} 第 ${seq} 行`, head, ask: statement(row, chain, seq) })),
  ]
  const now = await db.read(before.map(({ ask }) => ask))
  return before.find(({ head }, index) => now[index]?.[0]?.hash !== head)?.what ?? null
}

const page = 2_000

/** In pages: a long past is read between other requests, not instead of them. What is read is written once. */
async function marksOf(db: Database, fund: string, from: number, until: number): Promise<string[]> {
  const marks: string[] = []
  while (from + marks.length < until) {
    const next = statement(
      'SELECT * FROM entries WHERE fund_code = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?',
      fund,
      from + marks.length,
      until,
      page,
    )
    const [rows = []] = await db.read([next])
    if (rows.length === 0) break
    marks.push(...rows.map(markOf))
  }
  return marks
}

function isSame(a: Leaves, b: Leaves): boolean {
  const heads = ({ funds, journals }: Leaves) =>
    JSON.stringify([funds.map(({ fund, seq, head }) => [fund, seq, head]), journals.map(({ chain, seq, head }) => [chain, seq, head])])
  return heads(a) === heads(b)
}
