import { expect, it } from 'vitest'
import type { Story } from '../support/ledger-stories.ts'
import { stories, storyBegins } from '../support/ledger-stories.ts'
import type { Changed, PutBack } from '../support/put-back.ts'
import { lastEntryTakenOut } from '../support/put-back.ts'
import { refusals } from '../support/put-back-refusals.ts'

type Case = [change: Changed, how?: Parameters<PutBack>[1]]

/** Every way to bend an entry that stands beside what it needs: each is tried on each kind of entry. */
async function casesOf({ county, also }: Story, row: Record<string, unknown>, grant: string | null): Promise<Record<string, Case>> {
  const posts = await county.rows('SELECT kind, township_code, person_id FROM posts')
  const who = (kind: string, township = '990101001') =>
    String(posts.find((post) => post.kind === kind && [township, null].includes(post.township_code as string | null))?.person_id)
  const [file] = await county.rows('SELECT person_id FROM grants WHERE id = ?', grant ?? also.held)
  const [paid] = await county.rows("SELECT paper FROM entries WHERE event = 'paid' AND payout_id = ?", `${also.paid}.1`)
  const [gains, payout, at] = [String(file?.person_id), String(row.payout_id), String(row.at)]
  const post = (person: string, kind: string) => `INSERT INTO posts (id, person_id, kind, township_code, from_at, journal_id)
    SELECT 'pst_also', '${person}', '${kind}', '990101001', '2026-01-01T00:00:00.000Z', id FROM journal LIMIT 1`
  const holds = (person: unknown, column: string, when: string): Case => [{}, { first: `UPDATE posts SET ${column} = '${when}' WHERE person_id = '${String(person)}'` }]
  const by = (made_by: string, kind?: string): Case => [{ made_by }, { act: row.checked_by === null, ...(kind ? { first: post(made_by, kind) } : {}) }]
  const second = (checked_by: string, kind?: string): Case => [{ checked_by }, { act: true, ...(kind ? { first: post(checked_by, kind) } : {}) }]
  const namesake = `UPDATE entries SET event = '${String(row.event)}', paper = '${String(row.paper)}' WHERE seq = 1 AND fund_code = 'F990101001'`
  return {
    'a fen more': [{ fen: Number(row.fen) + 1 }],
    'a fen less': [{ fen: Number(row.fen) - 1 }],
    'a payout that is held': [{ payout_id: `${also.held}.1` }],
    'a payout that is paid': [{ payout_id: `${also.paid}.1` }],
    'no payout': [{ payout_id: null }],
    'a claim that is none': [{ claim_id: 'clm_none' }],
    'the day before': [{ day: new Date(Date.parse(String(row.day)) - 86_400_000).toISOString().slice(0, 10) }],
    'the day after': [{ day: new Date(Date.parse(String(row.day)) + 86_400_000).toISOString().slice(0, 10) }],
    'another paper': [{ paper: 'ZZ-0001' }],
    'the paper of another payment': [{ paper: String(paid?.paper) }],
    'no paper': [{ paper: null }],
    'its paper in an earlier entry of the kind': [{}, { first: namesake }],
    'its paper in an earlier entry that was undone': [{}, { first: `${namesake}; UPDATE entries SET event = 'undo', undoes = 1 WHERE seq = 2 AND fund_code = 'F990101001'` }],
    'over the other channel': [{}, { first: `UPDATE payouts SET channel = iif(channel = 'cash', 'transfer', 'cash') WHERE id = '${payout}'` }],
    'another entry undone': [{ undoes: 1 }],
    'another act of the same person': [{}, { act: true }],
    'by another officer': by(who('finance_reviewer')),
    'by the approver': by(who('deputy_leader'), 'cashier'),
    'by the accepter': by(who('caseworker'), 'cashier'),
    'by who gains': by(gains, 'cashier'),
    'by another cashier': by(who('coordinator'), 'cashier'),
    'by another leader': by(who('leader')),
    'no second person': [{ checked_by: null }],
    'the maker twice': [{ checked_by: row.made_by as string | null }],
    'the approver as second': second(who('deputy_leader'), 'finance_reviewer'),
    'who gains as second': second(gains, 'finance_reviewer'),
    'the coordinator as second': second(who('coordinator')),
    'next door as second': second(who('finance_reviewer', '990101002')),
    'another as second': second(who('coordinator'), 'finance_reviewer'),
    'the post just over': holds(row.made_by, 'until_at', at),
    'the post from now': holds(row.made_by, 'from_at', at),
    'the post not yet': holds(row.made_by, 'from_at', '2027-01-01T00:00:00.000Z'),
    'the post for now': holds(row.made_by, 'until_at', '2027-01-01T00:00:00.000Z'),
    'the second post just over': holds(row.checked_by, 'until_at', at),
    'the second post from now': holds(row.checked_by, 'from_at', at),
    'the second post not yet': holds(row.checked_by, 'from_at', '2027-01-01T00:00:00.000Z'),
    'the second post for now': holds(row.checked_by, 'until_at', '2027-01-01T00:00:00.000Z'),
    'the stage cancelled': [{}, { first: `INSERT OR IGNORE INTO payout_cancellations SELECT '${payout}', id, person_id, at, id FROM journal WHERE person_id IS NOT NULL LIMIT 1` }],
    'another stage cancelled': [{}, { first: `INSERT INTO payout_cancellations SELECT '${also.held}.1', id, person_id, at, id FROM journal WHERE person_id IS NOT NULL LIMIT 1` }],
    'granted the day after': [{}, { first: `UPDATE grants SET granted_at = '2026-09-29T02:00:00.000Z' WHERE id = '${String(grant)}'` }],
    'another sum granted': [{}, { first: `UPDATE grants SET fen = fen + 1 WHERE id = '${String(grant)}'` }],
    'no explanation owed': [{}, { first: `DELETE FROM explanations WHERE grant_id = '${String(grant)}'` }],
    'the slip of another day': [{}, { first: `UPDATE cash_slips SET handed_at = '2026-09-26T02:00:00.000Z' WHERE payout_id = '${payout}'` }],
    'the slip of another': [{}, { first: `UPDATE cash_slips SET handed_by = '${who('leader')}' WHERE payout_id = '${payout}'` }],
    'due later': [{}, { first: `UPDATE explanation_dues SET due_on = '2027-01-08' WHERE payout_id = '${payout}'` }],
    'due today': [{}, { first: `UPDATE explanation_dues SET due_on = '${String(row.day)}' WHERE payout_id = '${payout}'` }],
    'filed by another': [{}, { first: `UPDATE filings SET filed_by = '${who('leader')}' WHERE grant_id = '${String(grant)}'` }],
    'filed again since': [{}, { first: `UPDATE filings SET n = n + 1 WHERE grant_id = '${String(grant)}'` }],
  }
}

it.each(Object.keys(refusals))('%s: with everything beside it written, the entry stands as it was made and bent in no way', async (story) => {
  const begun = await storyBegins()
  const grant = await stories[story]!(begun)
  const { row, putBack } = lastEntryTakenOut(begun.county)
  expect(putBack(), 'as it was').toBeNull()
  const said: Record<string, string[]> = {}
  for (const [name, [change, how]] of Object.entries(await casesOf(begun, row, grant))) {
    const refusal = putBack(change, how)?.replace(/^CHECK .*/, 'CHECK')
    if (refusal !== undefined) (said[refusal] ??= []).push(name)
  }
  expect(Object.fromEntries(Object.entries(said).map(([word, names]) => [word, names.join(', ')]))).toEqual(refusals[story])
})
