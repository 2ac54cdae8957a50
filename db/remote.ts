import type { Client, InStatement } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql/web'
import type { Database, Row, Statement } from './database.ts'
import { bound } from './database.ts'

const triesMax = 12

/**
 * A county on a libSQL server, over HTTP (`@libsql/client/web`, made per request: Workers forbid sharing I/O).
 * A write is two round trips: the facts, then the plan as one guarded batch. Facts that went stale are refused by the
 * schema (`chain_stale`) and read again.
 */
export function openRemote(client: Client): Database {
  const read = async (statements: Statement[]): Promise<Row[][]> => {
    if (statements.length === 0) return []
    const results = await client.batch(statements.map(wire), 'read')
    return results.map((result) => result.rows.map((row) => ({ ...row }) as Row))
  }
  return {
    reader: drizzle({ client }),
    read,
    write: async (facts, plan) => {
      for (let tries = 1; ; tries += 1) {
        const { statements, answer } = plan(await read(facts))
        try {
          if (statements.length > 0) await client.batch(statements.map(wire), 'write')
          return answer
        } catch (error) {
          const stale = error instanceof Error && error.message.endsWith('chain_stale')
          if (!stale || tries >= triesMax) throw error
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * tries))
        }
      }
    },
    close: async () => client.close(),
  }
}

const wire = ({ sql, args }: Statement): InStatement => ({ sql, args: args.map(bound) })
