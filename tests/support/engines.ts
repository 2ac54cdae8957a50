import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createClient } from '@libsql/client/web'
import type { Row, Statement } from '../../worker/platform/index.ts'
import { bound } from '../../db/database.ts'
import { hrana } from '../../db/hrana.ts'
import { LocalConnection } from '../../db/local-connection.ts'
import { outsideProgram, Refused } from './outside.ts'

export { Refused }

/** Plain SQL on a county's file. What SQLite refuses is thrown as `Refused`, in its own words, whichever the engine. */
export type Plain = {
  run(sql: string, ...args: Statement['args']): Promise<Row[]>
  read(sqls: string[]): Promise<Row[][]>
  close(): Promise<void>
}
export type Engine = { name: string; open(path: string): Promise<Plain> }

/** The engines that a county's file meets: our own, another version of SQLite, and ours behind `npm run db:serve`. */
export const engines: Engine[] = [
  {
    name: 'node:sqlite on the file',
    open: async (path) => {
      const connection = new LocalConnection(path, 'writer')
      const run = async (sql: string, ...args: Statement['args']) => said(() => connection.run({ sql, args }))
      return {
        run,
        read: (sqls) => Promise.all(sqls.map((sql) => run(sql))),
        close: async () => connection.close(),
      }
    },
  },
  {
    name: 'libsql on the file',
    open: async (path) => {
      const outside = outsideProgram(path)
      return {
        run: outside.run,
        read: (sqls) => outside.all(sqls.map((sql) => ({ sql, args: [] }))),
        close: outside.close,
      }
    },
  },
  {
    name: 'libSQL over HTTP',
    open: async (path) => {
      const house = hrana(path, { token: 'secret-token' })
      const server = serve({ fetch: house.handle, port: 0, hostname: '127.0.0.1' })
      await once(server, 'listening')
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const client = createClient({ url, authToken: 'secret-token' })
      const rowsOf = ({ rows }: { rows: object[] }) => rows.map((row) => ({ ...row }) as Row)
      return {
        run: async (sql, ...args) => {
          const asked = client.execute({ sql, args: args.map(bound) })
          return rowsOf(await asked.catch((error: unknown) => refuse(error)))
        },
        read: async (sqls) => (await client.batch(sqls, 'read')).map(rowsOf),
        close: async () => {
          client.close()
          await new Promise((resolve) => server.close(resolve))
          await house.close()
        },
      }
    },
  },
]

function said<Answer>(ask: () => Answer): Answer {
  try {
    return ask()
  } catch (error) {
    return refuse(error)
  }
}

/** Only SQLite's own no counts as a refusal; a broken pipe is thrown on. */
function refuse(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!(error instanceof Error) || !code.startsWith('SQLITE_') || /^SQLITE_(BUSY|IOERR)/.test(code)) throw error
  throw new Refused(error.message.replace(/^SQLITE_\w+: (SQLite error: )?/, ''))
}
