import { drizzle } from 'drizzle-orm/libsql/http'
import type { Database, Statement } from './database.ts'
import { statement } from './database.ts'
import { localClient } from './local-client.ts'
import { LocalConnection } from './local-connection.ts'
import { LocalWriter } from './local-writer.ts'

const checkpoint = statement('PRAGMA wal_checkpoint(TRUNCATE)')

/** An embedded county: one writer, one read-only connection beside it. The file must be migrated. */
export function openLocal(path: string, patienceMs = 8_000): Database {
  const writing = new LocalConnection(path, 'writer')
  const reading = new LocalConnection(path, 'reader')
  const writer = new LocalWriter(writing, patienceMs)
  let closed = false
  return {
    reader: drizzle({ client: localClient(reading) }),
    read: async (statements: Statement[]) => {
      reading.exec('BEGIN')
      try {
        return statements.map((statement) => reading.run(statement))
      } finally {
        // SQLite ends the transaction by itself when the disk fails
        if (reading.inTransaction) reading.exec('COMMIT')
      }
    },
    write: (facts, plan) => writer.write(facts, plan),
    close: async () => {
      if (closed) return
      closed = true
      await writer.settled()
      reading.close()
      // a closed county is one file: a copy of it is whole
      writing.run(checkpoint)
      writing.close()
    },
  }
}
