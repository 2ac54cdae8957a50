import { expect, it } from 'vitest'
import { done } from '../support/crew.ts'
import { everythingHappened } from '../support/everything.ts'
import { refusedKeys } from '../support/keys-put-back-refusals.ts'
import type { Story } from '../support/ledger-stories.ts'
import { lastEntryTakenOut, lastRowTakenOut } from '../support/put-back.ts'
import type { RowStory } from '../support/row-stories.ts'
import { filed, rows } from '../support/row-stories.ts'
import { pixel } from '../support/steps.ts'

type Part = Omit<RowStory, 'who' | 'when'> & { when?: string }

/** Rows that come with another and say nothing of who or when. */
const parts: Part[] = [
  { table: 'payouts', moves: true, written: ({ crew }) => crew.granted() },
  { table: 'grant_goods', written: ({ crew }) => crew.granted({ goods: [{ name: '棉被', quantity: 2 }, { name: '大米', quantity: 1 }] }) },
  { table: 'explanations', written: ({ crew }) => crew.granted() },
  { table: 'explanation_dues', written: ({ crew }) => crew.paid() },
  { table: 'filing_items', written: filed },
  {
    table: 'filing_photos',
    written: async (story: Story) => {
      const { evidenceId } = (await done(story.crew.caseworker.photo(Uint8Array.from([...pixel, 9, 9])))).body
      const { grant } = await story.crew.paid({ track: 'urgent' })
      return done(story.crew.caseworker.put(`/grants/${grant}/explanation`, { items: [{ kind: 'NARRATIVE', evidenceIds: [evidenceId] }] }))
    },
  },
  { table: 'claim_items', written: ({ life }) => life.claim() },
  { table: 'closing_balances', written: ({ crew }) => done(crew.reviewer.post(`/funds/${crew.fund}/closings`, { untilOn: '2026-08-31' })) },
]
const words = /text_id$|^journal_id$|_by$|_hash$|^salt$/

it.each([...rows, ...parts])('$table: among others of its kind the row stands as it was written, and by no other key, number or sum', async ({ table, when, moves = false, written }) => {
  const story = await everythingHappened()
  await written(story)
  if (moves) lastEntryTakenOut(story.county)
  const { row, putBack } = lastRowTakenOut(story.county, table, when)
  expect(putBack(), 'as it was').toBeNull()
  const parents = new Map((await story.county.rows('SELECT "from" AS name, "table" AS parent, coalesce("to", "from") AS key FROM pragma_foreign_key_list(?)', table))
    .map(({ name, parent, key }) => [String(name), { parent: String(parent), key: String(key) }]))
  const said: Record<string, string> = {}
  for (const [column, value] of Object.entries(row)) {
    if (words.test(column) || value === null) continue
    const of = parents.get(column)
    const others = of ? (await story.county.rows(`SELECT DISTINCT ${of.key} AS other FROM ${of.parent}`)).map(({ other }) => other ?? null)
      : typeof value === 'number' ? [value - 1, value + 1] : column.endsWith('_on') ? [dayAfter(String(value), -1), dayAfter(String(value), 1)] : []
    const refusals = others.filter((other) => other !== value).map((other) => putBack({ [column]: other })?.replace(/^(CHECK|UNIQUE|NOT NULL) .*/, '$1') ?? 'accepted')
    const accepted = refusals.filter((word) => word === 'accepted').length
    if (refusals.length > 0) said[column] = [...new Set(refusals)].toSorted().map((word) => (word === 'accepted' ? `${accepted} accepted` : word)).join(', ')
  }
  expect(said).toEqual(refusedKeys[table])
})

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
