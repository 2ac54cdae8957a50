import type { Database } from '../../db/database.ts'
import { ProblemError, statement } from '../platform/index.ts'

/** How many migrations this code was written for: a Worker has no disk to count them on (tests/hrana/count.test.ts does). */
export const migrationsExpected = 10

/** Refuses behind: the database has not run all of them yet (`npm run db:serve` and the Node host run them). */
export async function requireMigrated(db: Database): Promise<void> {
  const [rows] = await db.read([statement('SELECT count(*) AS n FROM migrations')]).catch(unmigrated)
  if (Number(rows?.[0]?.n ?? 0) < migrationsExpected) throw new ProblemError('behind')
}

function unmigrated(error: unknown): never {
  throw error instanceof Error && error.message.endsWith('no such table: migrations')
    ? new ProblemError('behind', {}, error)
    : error
}
