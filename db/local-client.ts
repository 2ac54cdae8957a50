import type { Client, InArgs, InStatement, ResultSet, Transaction } from '@libsql/client'
import type { Row, Statement, Value } from './database.ts'
import type { LocalConnection } from './local-connection.ts'

/**
 * The `@libsql/client` shape over one synchronous connection, so that drizzle runs on it. It reads:
 * writes go through `LocalWriter`, and a client that cannot write cannot lose one.
 */
export function localClient(connection: LocalConnection): Client {
  const execute = (statement: InStatement | string, args?: InArgs): ResultSet => {
    const { columns, values } = connection.values(asStatement(statement, args))
    const rows = values.map((row) => asRow(columns, row))
    return {
      columns,
      columnTypes: [],
      rows,
      rowsAffected: 0,
      lastInsertRowid: undefined,
      toJSON: () => ({ columns, rows: values }),
    }
  }
  return {
    protocol: 'file',
    closed: false,
    execute: async (statement: InStatement | string, args?: InArgs) => execute(statement, args),
    batch: async (statements: (InStatement | [string, InArgs?])[]) => {
      connection.exec('BEGIN')
      try {
        return statements.map((one) => (Array.isArray(one) ? execute(one[0], one[1]) : execute(one)))
      } finally {
        if (connection.inTransaction) connection.exec('COMMIT')
      }
    },
    migrate: () => refuse('migrate'),
    transaction: (): Promise<Transaction> => refuse('transaction'),
    executeMultiple: () => refuse('executeMultiple'),
    sync: () => refuse('sync'),
    reconnect: () => {},
    close: () => connection.close(),
  }
}

function asStatement(statement: InStatement | string, args?: InArgs): Statement {
  if (typeof statement === 'string') return { sql: statement, args: (args ?? []) as Value[] }
  return { sql: statement.sql, args: (statement.args ?? []) as Value[] }
}

/** A row is its columns by name, and by position without being enumerated. */
function asRow(columns: string[], values: Value[]): ResultSet['rows'][number] {
  const row: Row = Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null]))
  values.forEach((value, index) => Object.defineProperty(row, index, { value, enumerable: false }))
  Object.defineProperty(row, 'length', { value: values.length, enumerable: false })
  return row as unknown as ResultSet['rows'][number]
}

async function refuse(what: string): Promise<never> {
  throw new Error(`the local client only reads; ${what} belongs to the writer`)
}
