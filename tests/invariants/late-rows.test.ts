import { expect, it } from 'vitest'
import { attackedCounty, type Bend } from '../support/attack.ts'
import { engines } from '../support/engines.ts'

it.each(engines)('$name: goods and papers come with their decision or filing, and never after it, whoever acts', async (engine) => {
  const { insert, one, everybodyActs } = await attackedCounty(engine)
  await everybodyActs()
  const later = await one("SELECT id FROM journal WHERE action = 'by hand' LIMIT 1")
  const grant = await one('SELECT id FROM grants LIMIT 1')
  const late = (table: string, row: Bend) => insert(table, { grant_id: grant, ...row, journal_id: later })
  expect(await one(`SELECT count(*) FROM filings WHERE n = 1 AND grant_id = '${String(grant)}'`)).toBe(1)
  await expect(late('grant_goods', { ordinal: 9 })).rejects.toThrow(/^append_only$/)
  await expect(late('filing_items', { n: 1, ordinal: 9 })).rejects.toThrow(/^append_only$/)
  await expect(late('filing_photos', { n: 1, ordinal: 1, evidence_id: 'evi_any' })).rejects.toThrow(/^append_only$|^evidence_unknown$/)
})

it.each(engines)('$name: a post does not end before what was done in it', async (engine) => {
  const { plain, one } = await attackedCounty(engine)
  const person = await one("SELECT approved_by FROM grants")
  const end = (at: string) => plain.run('UPDATE posts SET until_at = ? WHERE person_id = ?', at, person)
  await expect(end('2026-09-28T01:59:59.999Z')).rejects.toThrow(/append_only/)
  await end('2026-09-28T02:00:00.001Z')
})
