import { expect, it } from 'vitest'
import { paper } from '../support/afterwards.ts'
import { done } from '../support/crew.ts'
import { stories, storyBegins } from '../support/ledger-stories.ts'

it('each entry binds its own facts: no two of one kind have the same hash, nor two of two kinds', async () => {
  const story = await storyBegins()
  const kinds = ['interest', 'withdraw', 'release', 'send', 'paid by transfer', 'paid in cash', 'accept', 'claim', 'lapse']
  for (const kind of kinds) {
    await stories[kind]!(story)
    if (kind !== 'lapse') await stories[kind]!(story)
  }
  const rows = await story.county.rows("SELECT facts_hash, group_concat(event || ' ' || seq, ', ') AS of, count(*) AS n FROM entries WHERE fund_code = ? GROUP BY 1", story.crew.fund)
  expect(rows.filter(({ n }) => n !== 1).map(({ of }) => of)).toEqual([])
  expect(rows.length).toBeGreaterThan(30)
})

it('a grant’s number counts the decisions of its own request', async () => {
  const { county, crew } = await storyBegins()
  const { request, grant } = await crew.granted()
  const numberOf = async (id: string) => String((await county.rows('SELECT number FROM grants WHERE id = ?', id))[0]?.number)
  const [asked] = await county.rows('SELECT number FROM requests WHERE id = ?', request)
  expect(await numberOf(grant)).toBe(`${String(asked?.number)}-1`)
  await done(crew.deputy.post(`/grants/${grant}/cancellation`, { reason: '金额写错' }))
  const again = await done(crew.deputy.post(`/requests/${request}/grant`, { track: 'small', amountFen: 40_000, channel: 'transfer', reason: '情况属实' }))
  expect(await numberOf(String(again.body.grantId))).toBe(`${String(asked?.number)}-2`)
})

it('each stage keeps the day that it is planned for', async () => {
  const { county, crew } = await storyBegins()
  const { grant } = await crew.granted({ payouts: [{ amountFen: 20_000, plannedOn: '2026-10-12' }, { amountFen: 30_000 }] })
  expect(await county.rows('SELECT n, fen, planned_on FROM payouts WHERE grant_id = ? ORDER BY n', grant))
    .toEqual([{ n: 1, fen: 20_000, planned_on: '2026-10-12' }, { n: 2, fen: 30_000, planned_on: null }])
  const urgent = await crew.granted({ track: 'urgent' })
  expect(await county.rows('SELECT grant_id, prefilled FROM explanations WHERE grant_id IN (?, ?) ORDER BY prefilled', grant, urgent.grant))
    .toEqual([{ grant_id: urgent.grant, prefilled: 0 }, { grant_id: grant, prefilled: 1 }])
})

it('what is ordered of a payout is journaled by its name, and dated as it was said', async () => {
  const { county, crew, ...story } = await storyBegins()
  for (const kind of ['reject', 'bounce', 'disallow', 'recover', 'write off', 'reclaim', 'late return']) await stories[kind]!({ county, crew, ...story })
  const actions = (await county.rows("SELECT DISTINCT action FROM journal WHERE action LIKE 'grants.%'")).map(({ action }) => String(action))
  expect(actions).toEqual(expect.arrayContaining(
    ['grants.reject', 'grants.bounce', 'grants.disallow', 'grants.recover', 'grants.writeOff', 'grants.reclaim', 'grants.lateReturn']))
  const { payout, grant } = await story.life.recoverable()
  county.setClock('2026-09-29T02:00:00.000Z')
  await crew.cashier.signInAgain()
  for (const on of ['2026-09-28', undefined]) await done(crew.cashier.post(`${payout}/recovery`, { amountFen: 100, bankSerial: paper(), reason: '退回', on }))
  expect(await county.rows("SELECT day FROM entries WHERE event = 'recover' AND payout_id = ? ORDER BY seq", `${grant}.1`)).toEqual([{ day: '2026-09-28' }, { day: '2026-09-29' }])
})
