import type { Database } from '../../db/database.ts'
import type { Cipher } from '../platform/index.ts'
import { canarySings, ProblemError, statement } from '../platform/index.ts'

/** How many migrations this code was written for: a Worker has no disk to count them on (tests/hrana/count.test.ts does). */
export const migrationsExpected = 21

/**
 * Refuses behind: the database has not run all of them yet (`npm run db:serve` and the Node host run them), or holds no
 * county. Throws when the field keys are not the county's. One round trip, once in an isolate's life.
 */
export async function requireCounty(db: Database, cipher: Cipher): Promise<void> {
  const asked = statement('SELECT count(*) AS n, (SELECT canary FROM county) AS canary FROM migrations')
  const [rows] = await db.read([asked]).catch(unmigrated)
  const canary = rows?.[0]?.canary
  if (Number(rows?.[0]?.n ?? 0) < migrationsExpected || typeof canary !== 'string') throw new ProblemError('behind')
  if (!canarySings(cipher, canary)) throw new Error('FIELD_KEYS 不是这个县的密钥')
}

function unmigrated(error: unknown): never {
  throw error instanceof Error && /no such (table|column): (migrations|county|canary)$/.test(error.message)
    ? new ProblemError('behind', {}, error)
    : error
}
