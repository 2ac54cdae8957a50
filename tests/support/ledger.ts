import { expect } from 'vitest'
import { verify } from '../../worker/oversight/verify.ts'
import type { TestCounty } from './county.ts'
import { fundCode } from './county.ts'

/** What the places of a fund hold, zero ones left out, summed over payouts and claims. */
export async function placesOf(county: TestCounty, fund = fundCode(1)): Promise<Record<string, number>> {
  const rows = await county.rows(
    'SELECT place, sum(fen) AS fen FROM balances WHERE fund_code = ? AND fen > 0 GROUP BY place ORDER BY place',
    fund,
  )
  return Object.fromEntries(rows.map(({ place, fen }) => [String(place), Number(fen)]))
}

/** The events of a fund from its third entry on (the first two fill it), in order. */
export async function eventsOf(county: TestCounty, fund = fundCode(1)): Promise<string[]> {
  const rows = await county.rows('SELECT event FROM entries WHERE fund_code = ? AND seq > 2 ORDER BY seq', fund)
  return rows.map(({ event }) => String(event))
}

/** Everything that `npm run verify` asks holds; said after every scenario. */
export function expectSound(county: TestCounty): void {
  const bad = verify(county.path).flatMap((one) => (one.bad === null ? [] : [`${one.check}: ${one.bad}`]))
  expect(bad).toEqual([])
}
