import { expect, it } from 'vitest'
import type { Case as File } from '../support/crew.ts'
import { done } from '../support/crew.ts'
import { everythingHappened } from '../support/everything.ts'
import type { Story } from '../support/ledger-stories.ts'
import type { PutBack } from '../support/put-back.ts'
import { lastEntryTakenOut, lastRowTakenOut } from '../support/put-back.ts'

const because = { reason: '登记有误' }
const at = '2026-09-28T02:00:00.000Z'
const [before, after] = ['2026-09-28T01:59:59.999Z', '2026-09-28T02:00:00.001Z']
const payouts = [{ amountFen: 20_000 }, { amountFen: 30_000 }]

/** What is cancelled as the last act of the county: a whole grant, or the second stage of one. */
const cancelled: Record<string, (story: Story) => Promise<File>> = {
  cancellations: async ({ crew }) => {
    const file = await crew.granted()
    await done(crew.deputy.post(`/grants/${file.grant}/cancellation`, because))
    return file
  },
  payout_cancellations: async ({ crew }) => {
    const file = await crew.granted({ payouts })
    await done(crew.deputy.post(`/grants/${file.grant}/payouts/2/cancellation`, because))
    return file
  },
}

it.each(Object.keys(cancelled))('%s: who approved cancels; a leader stands in for him only while no leading post of his is running', async (table) => {
  const story = await everythingHappened()
  const { grant } = await cancelled[table]!(story)
  lastEntryTakenOut(story.county)
  const { row, putBack } = lastRowTakenOut(story.county, table, 'cancelled_at')
  const posts = await story.county.rows('SELECT kind, township_code, person_id FROM posts')
  const officer = (kind: string, township = '990101001') => String(posts.find((post) => post.kind === kind && post.township_code === township)?.person_id)
  const [approver, leader] = [String(row.cancelled_by), officer('leader')]
  const post = (person: string, change: string) => `UPDATE posts SET ${change} WHERE person_id = '${person}'`
  const over = post(approver, `until_at = '${before}'`)
  const by = (person: string, first: string): Parameters<PutBack> => [{ cancelled_by: person }, { act: true, first }]
  const cases: Record<string, [string | null, ...Parameters<PutBack>]> = {
    'as it was': [null],
    'by the leader, while the approver is there': ['not_your_decision', ...by(leader, '')],
    'by the leader, the approver gone': [null, ...by(leader, over)],
    'by the leader, the approver gone just then': [null, ...by(leader, post(approver, `until_at = '${at}'`))],
    'by the leader, the approver about to go': ['not_your_decision', ...by(leader, post(approver, `until_at = '${after}'`))],
    'by the leader, the approver there from now': ['not_your_decision', ...by(leader, post(approver, `from_at = '${at}'`))],
    'by the leader, the approver not yet there': [null, ...by(leader, post(approver, `from_at = '${after}'`))],
    'by the leader, the approver leads next door by now': [null, ...by(leader, post(approver, "township_code = '990101002'"))],
    'by the leader, the approver is a cashier by now': [null, ...by(leader, post(approver, "kind = 'cashier'"))],
    'by who approved, gone himself': [null, {}, { first: over }],
    'by the cashier, the approver gone': ['not_your_decision', ...by(officer('cashier'), over)],
    'by the leader next door, the approver gone': ['not_your_decision', ...by(officer('leader', '990101002'), over)],
    'by a leader who left just then': ['not_your_decision', ...by(leader, `${over}; ${post(leader, `until_at = '${at}'`)}`)],
    'by a leader about to leave': [null, ...by(leader, `${over}; ${post(leader, `until_at = '${after}'`)}`)],
    'by a leader from now': [null, ...by(leader, `${over}; ${post(leader, `from_at = '${at}'`)}`)],
    'by a leader to come': ['not_your_decision', ...by(leader, `${over}; ${post(leader, `from_at = '${after}'`)}`)],
  }
  expect(Object.fromEntries(Object.entries(cases).map(([name, [, ...how]]) => [name, putBack(...how)])))
    .toEqual(Object.fromEntries(Object.entries(cases).map(([name, [word]]) => [name, word])))
  expect(grant).toBeTruthy()
})

it.each(Object.keys(cancelled))('%s: only what lies where it was approved to, all of it, with no slip out and no earlier cancellation', async (table) => {
  const story = await everythingHappened()
  const { grant } = await cancelled[table]!(story)
  lastEntryTakenOut(story.county)
  const { row, putBack } = lastRowTakenOut(story.county, table, 'cancelled_at')
  const payout = table === 'cancellations' ? `${grant}.1` : `${grant}.2`
  const first = (sql: string): Parameters<PutBack> => [{}, { first: sql }]
  const held = (change: string) => `UPDATE balances SET ${change} WHERE key = '${payout}' AND place = 'bank.held'`
  const slip = (of: string, n = 1) => `INSERT INTO cash_slips SELECT '${of}', ${n}, id, uploaded_by, '${at}', journal_id FROM evidence LIMIT 1`
  const voided = (n: number) => `INSERT INTO slip_voidings SELECT '${payout}', ${n}, id, '${String(row.cancelled_by)}', '${at}', '${String(row.journal_id)}' FROM texts LIMIT 1`
  const gone = (kind: 'cancellations' | 'payout_cancellations', of: string) =>
    `INSERT INTO ${kind} SELECT '${of}', id, '${String(row.cancelled_by)}', '${at}', '${String(row.journal_id)}' FROM texts LIMIT 1`
  const other = story.also.held
  const cases: Record<string, [string | null, ...Parameters<PutBack>]> = {
    'as it was': [null],
    'a fen of it elsewhere': ['cannot_cancel', ...first(held('fen = fen - 1'))],
    'more than it': ['cannot_cancel', ...first(held('fen = fen + 1'))],
    'sent': ['cannot_cancel', ...first(held("place = 'bank.sent'"))],
    'with the person': ['cannot_cancel', ...first(held("place = 'awaiting'"))],
    'held in cash': [null, ...first(held("place = 'cash.held'"))],
    'handed over': ['cannot_cancel', ...first(slip(payout))],
    'handed over, the slip void': [null, ...first(`${slip(payout)}; ${voided(1)}`)],
    'handed over anew after a void slip': ['cannot_cancel', ...first(`${slip(payout)}; ${voided(1)}; ${slip(payout, 2)}`)],
    'another payout handed over': [null, ...first(slip(`${other}.1`))],
    'another grant cancelled': [null, ...first(gone('cancellations', other))],
    'another stage cancelled': [null, ...first(gone('payout_cancellations', `${other}.1`))],
    'the grant cancelled before': ['request_not_open', ...first(gone('cancellations', grant))],
    'the balance next door': ['cannot_cancel', ...first(held("fund_code = 'F990101002'"))],
    ...(table === 'cancellations'
      ? { 'its only stage cancelled before': [null, ...first(`${gone('payout_cancellations', payout)}; ${held('fen = 0')}`)] as [null, ...Parameters<PutBack>] }
      : {
        'cancelled before': ['request_not_open', ...first(gone('payout_cancellations', payout))] as [string, ...Parameters<PutBack>],
        'the last stage that is left': ['cannot_cancel', ...first(gone('payout_cancellations', `${grant}.1`))] as [string, ...Parameters<PutBack>],
      }),
  }
  expect(Object.fromEntries(Object.entries(cases).map(([name, [, ...how]]) => [name, putBack(...how)])))
    .toEqual(Object.fromEntries(Object.entries(cases).map(([name, [word]]) => [name, word])))
})
