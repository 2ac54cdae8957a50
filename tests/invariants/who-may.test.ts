import { expect, it } from 'vitest'
import { postKinds } from '../../worker/contract/index.ts'
import { stories, storyBegins } from '../support/ledger-stories.ts'
import { lastEntryTakenOut } from '../support/put-back.ts'

const keepers = 'cashier finance_reviewer'
const leaders = 'deputy_leader leader'
const county = 'county_assistance county_finance'

/** By kind of entry, written by hand from F-4, R-04, F-11 and F-12: whose entry it may be, and who may be the second person. */
const posts: Record<string, [makes: string, seconds: string]> = {
  allocate: [county, `${county} finance_reviewer`],
  return: ['cashier', `finance_reviewer ${leaders} county_finance`],
  withdraw: ['cashier', `finance_reviewer ${leaders}`],
  deposit: ['cashier', ''],
  interest: [keepers, ''],
  fee: [keepers, ''],
  receive: [keepers, ''],
  identify: [keepers, `finance_reviewer ${leaders} county_finance`],
  reserve: [leaders, ''],
  'reserve of cash': [leaders, ''],
  release: [leaders, ''],
  'release of cash': [leaders, ''],
  'release of one stage': [leaders, ''],
  send: ['cashier', ''],
  reject: ['cashier', ''],
  'paid by transfer': ['cashier', ''],
  'paid in cash': ['cashier caseworker', 'cashier caseworker finance_reviewer'],
  bounce: ['cashier', ''],
  'bounce of what is overdue': ['cashier', ''],
  'bounce of what is explained': ['cashier', `finance_reviewer ${leaders}`],
  lapse: ['', ''],
  accept: [postKinds.join(' '), `finance_reviewer ${leaders} caseworker`],
  'accept of what is overdue': [postKinds.join(' '), `finance_reviewer ${leaders} caseworker`],
  disallow: [`finance_reviewer ${leaders} county_assistance`, `${leaders} ${county}`],
  'disallow of what is overdue': [`finance_reviewer ${leaders} county_assistance`, `${leaders} ${county}`],
  'disallow of what is explained': [`finance_reviewer ${leaders} county_assistance`, `${leaders} ${county}`],
  recover: ['cashier', ''],
  'write off': ['finance_reviewer county_assistance', county],
  claim: [`${keepers} caseworker`, 'county_finance'],
  reopen: [county, county],
  replenish: [`${keepers} county_finance`, ''],
  settle: ['county_finance', 'county_assistance finance_reviewer'],
  reclaim: [`finance_reviewer ${county}`, county],
  'late return': ['cashier', 'finance_reviewer county_finance'],
  'undo of a payment': [keepers, `${county} finance_reviewer ${leaders}`],
}
const named = [
  'journal.person_id', 'proposals.made_by', 'proposal_confirmations.confirmed_by', 'claims.made_by', 'claim_confirmations.confirmed_by', 'grants.approved_by',
  'cancellations.cancelled_by', 'payout_cancellations.cancelled_by', 'cash_slips.handed_by', 'filings.filed_by', 'filing_acceptances.accepted_by',
]

it.each(Object.keys(stories))('%s: the schema takes it from these posts and from no other', async (name) => {
  const story = await storyBegins()
  await stories[name]!(story)
  const { row, putBack } = lastEntryTakenOut(story.county)
  expect(putBack(), 'as it was').toBeNull()
  const [nobody] = await story.county.rows('SELECT id FROM persons WHERE id NOT IN (SELECT person_id FROM posts) AND id NOT IN (SELECT person_id FROM grants)')
  const stranger = String(nobody?.id)
  const taken = (role: 'made_by' | 'checked_by') => postKinds.filter((kind) => {
    const home = /^(county_|auditor|system_|security_|audit_)/.test(kind) ? 'NULL' : "'990101001'"
    const post = `INSERT INTO posts (id, person_id, kind, township_code, from_at, journal_id)
      SELECT 'pst_only', '${stranger}', '${kind}', ${home}, '2026-01-01T00:00:00.000Z', id FROM journal LIMIT 1`
    // everything beside the entry that was done by this person was done by the stranger
    const instead = named.map((column) => column.split('.')).map(([table, who]) =>
      `UPDATE ${table} SET ${who} = '${stranger}' WHERE ${who} = '${String(row[role])}' ${table === 'journal' ? `AND id = '${String(row.journal_id)}'` : ''}`)
    return putBack({ [role]: stranger }, { first: [post, ...instead].join(';\n') }) === null
  })
  const [makes, seconds] = posts[name]!.map((list) => postKinds.filter((kind) => list.split(' ').includes(kind)))
  expect([taken('made_by'), taken('checked_by')]).toEqual([makes, seconds])
})
