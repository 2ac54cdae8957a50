import { expect, it } from 'vitest'
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
