import { expect, it } from 'vitest'
import { paper } from '../support/afterwards.ts'
import type { Story } from '../support/ledger-stories.ts'
import { storyBegins } from '../support/ledger-stories.ts'
import type { Changed, PutBack } from '../support/put-back.ts'
import { lastEntryTakenOut, lastRowTakenOut } from '../support/put-back.ts'
import { refused } from '../support/rows-put-back-refusals.ts'
import { done } from '../support/crew.ts'

/** `moves`: with the row an entry was written; it is taken out first. */
type Row = { table: string; who: string; when: string; moves?: boolean; written: (story: Story) => Promise<unknown> }

const because = { reason: '登记有误' }
const withdrawal = (story: Story) => done(story.crew.cashier.post(`/funds/${story.crew.fund}/withdrawals`, { amountFen: 100, bankSerial: paper(), ...because }))
const proposal = async (story: Story) => `/funds/${story.crew.fund}/proposals/${String((await withdrawal(story)).body.proposalId)}`
const filed = async ({ crew }: Story) => {
  const file = await crew.paid({ track: 'urgent' })
  await done(crew.caseworker.put(`/grants/${file.grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '药费' }] }))
  return `/grants/${file.grant}/explanation`
}

/** Rows that somebody writes in his own name, apart from the entries. */
const rows: Row[] = [
  { table: 'proposals', who: 'made_by', when: 'made_at', written: withdrawal },
  {
    table: 'proposal_dismissals', who: 'dismissed_by', when: 'dismissed_at',
    written: async (story) => done(story.crew.reviewer.post(`${await proposal(story)}/dismissal`, because)),
  },
  {
    table: 'proposal_confirmations', who: 'confirmed_by', when: 'confirmed_at',
    written: async (story) => done(story.crew.reviewer.post(`${await proposal(story)}/confirmation`, {})),
  },
  { table: 'closings', who: 'closed_by', when: 'closed_at', written: ({ crew }) => done(crew.reviewer.post(`/funds/${crew.fund}/closings`, { untilOn: '2026-08-31' })) },
  { table: 'claims', who: 'made_by', when: 'made_at', written: ({ life }) => life.claim() },
  { table: 'claim_confirmations', who: 'confirmed_by', when: 'confirmed_at', written: ({ life }) => life.claimed() },
  {
    table: 'claim_dismissals', who: 'dismissed_by', when: 'dismissed_at',
    written: async ({ life, crew }) => done(crew.reviewer.post(`${(await life.claim()).claim}/dismissal`, because)),
  },
  { table: 'grants', who: 'approved_by', when: 'granted_at', written: ({ crew }) => crew.granted() },
  {
    table: 'cancellations', who: 'cancelled_by', when: 'cancelled_at', moves: true,
    written: async ({ crew }) => done(crew.deputy.post(`/grants/${(await crew.granted()).grant}/cancellation`, because)),
  },
  {
    table: 'payout_cancellations', who: 'cancelled_by', when: 'cancelled_at', moves: true,
    written: async ({ crew }) =>
      done(crew.deputy.post(`/grants/${(await crew.granted({ payouts: [{ amountFen: 20_000 }, { amountFen: 30_000 }] })).grant}/payouts/2/cancellation`, because)),
  },
  { table: 'cash_slips', who: 'handed_by', when: 'handed_at', written: ({ crew }) => crew.handed() },
  {
    table: 'slip_voidings', who: 'voided_by', when: 'voided_at',
    written: async ({ crew }) => done(crew.leader.post(`${(await crew.handed()).payout}/slip-voiding`, because)),
  },
  { table: 'filings', who: 'filed_by', when: 'filed_at', written: filed },
  {
    table: 'filing_acceptances', who: 'accepted_by', when: 'accepted_at', moves: true,
    written: async (story) => done(story.crew.reviewer.post(`${await filed(story)}/acceptance`, {})),
  },
  { table: 'filing_returns', who: 'returned_by', when: 'returned_at', written: async (story) => done(story.crew.reviewer.post(`${await filed(story)}/return`, because)) },
]

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
