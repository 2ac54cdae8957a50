import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { entryFields } from '../../worker/fund/index.ts'
import type { FundLeaf } from '../../worker/oversight/checkpoint/leaf.ts'
import { fundLeaf, markOf } from '../../worker/oversight/checkpoint/leaf.ts'
import { leafHash } from '../../worker/oversight/checkpoint/merkle.ts'
import { entryOf, journalRowOf } from '../../worker/oversight/read-back.ts'
import type { Row } from '../../worker/platform/index.ts'
import { digest, journalFields } from '../../worker/platform/index.ts'
import { auditProgram } from '../support/audited.ts'
import { newCounty } from '../support/county.ts'
import { stories, storyBegins } from '../support/ledger-stories.ts'

const page = readFileSync(new URL('../../worker/fund/ENCODING.md', import.meta.url), 'utf8')
const example = (name: string) => (new RegExp(`\`\`\`${name}\\n([\\s\\S]+?)\\n\`\`\``).exec(page)?.[1] ?? '').split('\n')
const tabled = [...page.matchAll(/^\| (\d+) \| (\w+) \|/gm)].map(([, n, name]) => [Number(n), name])

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The example of the page as a row of the table. */
function exampleRow(): Row {
  const values = JSON.parse(example('entry')[0] ?? '') as (string | number | null)[]
  const row = Object.fromEntries(tabled.map(([, name], index) => [name, values[index] ?? null])) as Row
  return { ...row, fen: Number(row.fen) }
}
const standing = (row: Row) => ({
  fundCode: String(row.fund_code), seq: Number(row.seq), voucherYear: Number(row.voucher_year), voucher: Number(row.voucher), prev: String(row.prev),
})

it('the page’s entry is what our code hashes, text and hash', () => {
  const [text, hash] = example('entry')
  const fields = entryFields(entryOf(exampleRow()), standing(exampleRow()))
  expect(JSON.stringify(fields)).toBe(text)
  expect(digest(fields)).toBe(hash)
  expect(tabled.map(([n]) => n)).toEqual(fields.map((_, index) => index))
})

it('each entry that the program makes has the hash of the page’s fields: of a payout, of a claim, with a second person, undoing another', async () => {
  const story = await storyBegins()
  for (const kind of ['claim', 'withdraw', 'undo of a payment']) await stories[kind]!(story)
  const rows = await story.county.rows('SELECT * FROM entries')
  for (const column of ['payout_id', 'claim_id', 'checked_by', 'undoes']) expect(rows.filter((row) => row[column] !== null).length, column).toBeGreaterThan(0)
  const names = tabled.slice(1).map(([, name]) => String(name))
  for (const row of rows) expect(row.hash).toBe(sha256(JSON.stringify(['xianjiu-entry-1', ...names.map((name) => (name === 'fen' ? String(row.fen) : row[name]))])))
})

it('the page’s journal row is what our code hashes', () => {
  const [text = '', hash] = example('journal')
  const names = /`\[(version, [^\]]+)\]`/.exec(page)?.[1]?.split(', ') ?? []
  const row = Object.fromEntries((JSON.parse(text) as (string | number | null)[]).map((value, index) => [names[index], value])) as Row
  const fields = journalFields(journalRowOf(row), Number(row.seq), String(row.prev))
  expect(JSON.stringify(fields)).toBe(text)
  expect(digest(fields)).toBe(hash)
})

it('the page’s mark, leaf and leaf hash are what our code makes of it', () => {
  const [mark, leaf = '', hash] = example('leaf')
  const { version: _, ...row } = exampleRow()
  expect(markOf({ ...row, hash: 'h', journal_id: 'j' })).toBe(mark)
  const [, fund, seq, head, totals, from] = JSON.parse(leaf) as [string, string, number, string, FundLeaf['totals'], number]
  expect(fundLeaf({ fund, seq, head, totals, from, marks: [mark!] })).toBe(leaf)
  expect(leafHash(leaf).toString('hex')).toBe(hash)
})

it('page and auditor’s program name the same fields in the same order, and every column but the journal’s is among them', async () => {
  const source = readFileSync(auditProgram, 'utf8')
  const listed = [...(/const fields = \[([^\]]+)\]/.exec(source)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name)
  expect(listed).toEqual(tabled.map(([, name]) => name))
  const county = await newCounty()
  const columns = (await county.rows("SELECT name FROM pragma_table_info('entries')")).map(({ name }) => String(name))
  expect(columns.filter((name) => !['hash', 'journal_id'].includes(name)).toSorted()).toEqual(listed.filter((name) => name !== 'version').toSorted())
  const marked = [...(/over the columns ([\s\S]+?), in this order/.exec(page)?.[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name)
  expect(marked).toEqual(columns.filter((name) => !['seq', 'voucher', 'undoes', 'prev', 'hash', 'journal_id'].includes(name)).toSorted())
})
