import { openSqlite, said } from './sqlite-file.ts'

/** How long the copier waits where somebody else is just opening or checkpointing the file. */
const patienceMs = 10_000

/**
 * A whole copy of a county's file as it stands at one instant, whoever writes meanwhile: `VACUUM INTO` through a connection
 * that cannot write, inside one read transaction, for which no writer waits. `to` must not exist; it is not synced.
 */
export function copyDatabase(from: string, to: string): void {
  const connection = openSqlite(from, { readOnly: true, timeout: patienceMs })
  try {
    said(() => connection.exec(`VACUUM INTO '${to.replaceAll("'", "''")}'`))
  } finally {
    connection.close()
  }
}
