import type { Client, InStatement, ResultSet } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql/http'
import type { Database, Plan, Row, Statement } from './database.ts'
import { bound } from './database.ts'

/**
 * A county on a libSQL server, over HTTP (`@libsql/client/http`, made per request: Workers forbid sharing I/O).
 * A write is two round trips: the facts, then the plan as one guarded batch. Facts that went stale are refused by the
 * schema (`chain_stale`) and read again in the server's own queue. A server out of reach is `busy`.
 */
export function openRemote(client: Client): Database {
  const read = async (statements: Statement[]): Promise<Row[][]> => {
    if (statements.length === 0) return []
    return rowsOf(await reached(client.batch(statements.map(wire), 'read')))
  }
  return {
    reader: drizzle({ client }),
    read,
    write: async (facts, plan) => {
      const { statements, answer } = plan(await read(facts))
      if (statements.length === 0) return answer
      try {
        await reached(client.batch(statements.map(wire), 'write'))
        return answer
      } catch (error) {
        const stale = error instanceof Error && error.message.endsWith('chain_stale')
        if (!stale) throw error
        return inTurn(client, facts, plan)
      }
    },
    close: async () => client.close(),
  }
}

/**
 * Somebody else's write came between. Trying again with luck lets one of many through each time; `BEGIN IMMEDIATE` waits
 * in the server's queue, and facts read behind it (on the primary, never a replica) cannot go stale.
 */
async function inTurn<Answer>(
  client: Client,
  facts: Statement[],
  plan: (rows: Row[][]) => Plan<Answer>,
): Promise<Answer> {
  const transaction = await reached(client.transaction('write'))
  try {
    const { statements, answer } = plan(rowsOf(await reached(transaction.batch(facts.map(wire)))))
    if (statements.length > 0) await reached(transaction.batch(statements.map(wire)))
    await reached(transaction.commit())
    return answer
  } catch (error) {
    await transaction.rollback().catch(() => transaction.close())
    throw error
  }
}

/** An error that SQLite did not give came from the way there: whether a write was kept is known when its key comes again. */
async function reached<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked
  } catch (error) {
    const judged = error instanceof Error && 'code' in error && /^(SQL|ARGS)/.test(String(error.code))
    throw judged ? error : new Error('busy', { cause: error })
  }
}

const rowsOf = (results: ResultSet[]): Row[][] => results.map((result) => result.rows.map((row) => ({ ...row }) as Row))
const wire = ({ sql, args }: Statement): InStatement => ({ sql, args: args.map(bound) })
