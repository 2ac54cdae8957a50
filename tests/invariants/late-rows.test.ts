import { expect, it } from 'vitest'
import { attackedCounty, type Bend, rowInsert } from '../support/attack.ts'

it('goods and papers come with their decision or filing, and never after it, whoever acts', async () => {
  const { plain, one, everybodyActs } = await attackedCounty()
  everybodyActs()
  const later = one("SELECT id FROM journal WHERE action = 'by hand' LIMIT 1")
  const grant = one('SELECT id FROM grants LIMIT 1')
  const late = (table: string, row: Bend) => () => plain.run(rowInsert(table, { grant_id: grant, ...row, journal_id: later }))
  expect(one(`SELECT count(*) FROM filings WHERE n = 1 AND grant_id = '${String(grant)}'`)).toBe(1)
  expect(late('grant_goods', { ordinal: 9 })).toThrow(/^append_only$/)
  expect(late('filing_items', { n: 1, ordinal: 9 })).toThrow(/^append_only$/)
  expect(late('filing_photos', { n: 1, ordinal: 1, evidence_id: 'evi_any' })).toThrow(/^append_only$|^evidence_unknown$/)
  plain.close()
})
