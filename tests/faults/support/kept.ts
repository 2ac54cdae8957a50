import { LocalConnection } from '../../../db/local-connection.ts'
import { verify } from '../../../worker/oversight/verify.ts'
import { fundCode } from '../../support/county.ts'
import type { Told } from './approving.ts'

/** A county's file held against what the clients were told. All but `grants` must be empty. */
export type Kept = { grants: number; availableFen: number; lost: string[]; doubled: string[]; findings: { check: string; bad: string | null }[] }

export function keptOf(path: string, told: Told): Kept {
  const file = new LocalConnection(path, 'reader')
  const strings = (sql: string) => file.run({ sql, args: [] }).map((row) => String(row.id))
  try {
    const grants = new Set(strings('SELECT id FROM grants'))
    const receipts = new Map(file.run({ sql: 'SELECT key, answer FROM receipts', args: [] }).map((row) => [String(row.key), String(row.answer)]))
    const isKept = ([key, grant]: [string, string]) => grants.has(grant) && receipts.get(key)?.includes(`"${grant}"`)
    return {
      grants: grants.size,
      availableFen: Number(file.run({ sql: "SELECT fen FROM balances WHERE fund_code = ? AND place = 'bank.available'", args: [fundCode(4)] })[0]?.fen),
      lost: [...told].filter((one) => !isKept(one)).map(([key]) => key),
      doubled: [
        ...strings('SELECT request_id AS id FROM grants GROUP BY request_id HAVING count(*) > 1'),
        ...strings("SELECT payout_id AS id FROM entries WHERE event = 'reserve' GROUP BY payout_id HAVING count(*) > 1"),
      ],
      findings: verify(path).filter(({ bad }) => bad !== null),
    }
  } finally {
    file.close()
  }
}

/** What `keptOf` must say when all is well. */
export const sound = { lost: [], doubled: [], findings: [] }
