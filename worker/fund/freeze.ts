import { timed } from '../identity/index.ts'
import type { Services, Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

const homeOf = (code: string): Statement => statement("SELECT coalesce(township_code, 'county') FROM funds WHERE code = ?", code)
const stateOf = (code: string): Statement =>
  statement(
    `SELECT (SELECT count(*) FROM freezes WHERE fund_code = ?1) AS times,
       (SELECT n FROM open_freezes WHERE fund_code = ?1) AS now`,
    code,
  )

/** The books of this fund do not fit: nothing is entered in it until they do. Null: it is frozen already. */
export function freezeFund(services: Services, code: string, finding: string): Promise<true | null> {
  return timed(services, {
    action: 'fund.freeze',
    chain: homeOf(code),
    facts: { state: stateOf(code) },
    plan: ({ state: [row] }, { at, journalId }) => {
      if (row?.now !== null) return null
      const insert = statement(
        'INSERT INTO freezes (fund_code, n, frozen_at, finding, journal_id) VALUES (?, ?, ?, ?, ?)',
        code,
        Number(row.times) + 1,
        at,
        finding,
        journalId,
      )
      return { object: code, statements: [insert], answer: true }
    },
  })
}

/** The books fit again, and the fund goes on. Null: it is not frozen. */
export function thawFund(services: Services, code: string): Promise<true | null> {
  return timed(services, {
    action: 'fund.thaw',
    chain: homeOf(code),
    facts: { state: stateOf(code) },
    plan: ({ state: [row] }, { at, journalId }) => {
      if (typeof row?.now !== 'number') return null
      const insert = statement('INSERT INTO thaws (fund_code, n, thawed_at, journal_id) VALUES (?, ?, ?, ?)', code, row.now, at, journalId)
      return { object: code, statements: [insert], answer: true }
    },
  })
}
