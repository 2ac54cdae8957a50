import { expect, it } from 'vitest'
import { storyBegins } from '../support/ledger-stories.ts'
import type { Changed, PutBack } from '../support/put-back.ts'
import { lastEntryTakenOut, lastRowTakenOut } from '../support/put-back.ts'
import { rows } from '../support/row-stories.ts'
import { refused } from '../support/rows-put-back-refusals.ts'

const quoted = (cell: unknown) => (cell === null ? 'NULL' : typeof cell === 'number' ? cell : `'${String(cell)}'`)

it.each(rows)('$table: the row stands as it was written, and in no other name, place or time', async ({ table, who, when, moves = false, written }) => {
  const story = await storyBegins()
  await written(story)
  if (moves) lastEntryTakenOut(story.county)
  const { row, putBack } = lastRowTakenOut(story.county, table, when)
  expect(putBack(), 'as it was').toBeNull()
  const posts = await story.county.rows('SELECT kind, township_code, person_id FROM posts')
  const officer = (kind: string, township = '990101001') =>
    String(posts.find((post) => post.kind === kind && [township, null].includes(post.township_code as string | null))?.person_id)
  const by = (person: string): [Changed, Parameters<PutBack>[1]] => 
    [{ [who]: person }, { act: true, first: table === 'cash_slips' ? `UPDATE evidence SET uploaded_by = '${person}'` : '' }]
  const held = (column: string, at: string): [Changed, Parameters<PutBack>[1]] =>
    [{}, { first: `UPDATE posts SET ${column} = '${at}' WHERE person_id = '${String(row[who])}'` }]
  const cases: Record<string, [Changed, Parameters<PutBack>[1]?]> = {
    ...Object.fromEntries(['coordinator', 'caseworker', 'cashier', 'finance_reviewer', 'deputy_leader', 'leader', 'county_assistance', 'county_finance', 'auditor']
      .map((kind) => [`by the ${kind}`, by(officer(kind))])),
    ...Object.fromEntries(['cashier', 'finance_reviewer', 'deputy_leader', 'leader'].map((kind) => [`by the ${kind} next door`, by(officer(kind, '990101002'))])),
    'in the name of another': [{ [who]: officer('coordinator') }],
    'in no act': [{ journal_id: 'jrn_none' }],
    'an hour later than its act': [{ [when]: new Date(Date.parse(String(row[when])) + 3_600_000).toISOString() }],
    'the post just over': held('until_at', String(row[when])),
    'the post from now': held('from_at', String(row[when])),
    'the post not yet': held('from_at', '2027-01-01T00:00:00.000Z'),
    'the post for now': held('until_at', '2027-01-01T00:00:00.000Z'),
    again: [{}, { first: `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map(quoted).join(', ')})` }],
  }
  const said: Record<string, string[]> = {}
  for (const [name, [change, how]] of Object.entries(cases)) {
    const refusal = putBack(change, how)?.replace(/^(CHECK|UNIQUE|NOT NULL) .*/, '$1')
    if (refusal !== undefined) (said[refusal] ??= []).push(name)
  }
  expect(Object.fromEntries(Object.entries(said).map(([word, names]) => [word, names.join(', ')]))).toEqual(refused[table])
})
