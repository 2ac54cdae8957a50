import { LocalConnection } from '../../db/local-connection.ts'
import type { Migration } from '../../db/migrate.ts'

type Move = { event: string; debit_place: string; credit_place: string } & Record<string, string | number | null>
export type Loosened = { event: string; set: string; where: string; what: string; row: number }

/** Each legal move with one thing of it changed: a post more or less, one person instead of two, part instead of all. */
export function loosenedMoves(steps: Migration[]): Loosened[] {
  const connection = new LocalConnection(':memory:', 'writer')
  for (const step of steps) connection.exec(step.sql)
  const rows = connection.run({ sql: "SELECT * FROM moves WHERE event <> 'undo'", args: [] }) as Move[]
  connection.close()
  return rows.flatMap((row, index) => {
    const name = `${row.event} ${row.debit_place} <- ${row.credit_place}`
    const where = `event = '${row.event}' AND debit_place = '${row.debit_place}' AND credit_place = '${row.credit_place}'`
    const one = (set: string, what: string) => ({ event: row.event, set, where, what: `${name}: ${what}`, row: index })
    const posts = (column: string) => {
      const listed = String(row[column] ?? '').split(',').filter((post) => post !== '' && post !== '*')
      if (listed.length === 0) return []
      const less = listed.length > 1 || column === 'checkers' ? listed : []
      return [
        ...less.map((post) => one(`${column} = replace(${column}, ',${post},', ',')`, `${post} is no longer among the ${column}`)),
        one(`${column} = ${column} || 'auditor,'`, `auditor among the ${column}`),
      ]
    }
    const changes = [
      ...posts('makers'), ...posts('checkers'),
      row.dual === 1 ? one("dual = 0, checkers = ''", 'one person instead of two') : row.via === 'order' ? one('dual = 1, checkers = makers', 'two people instead of one') : null,
      one(`whole = ${1 - Number(row.whole)}`, row.whole === 1 ? 'part of what lies there' : 'all that lies there'),
      row.channel === null ? null : one('channel = NULL', 'over any channel'),
      row.paper === 'once' ? one("paper = 'named'", 'a paper may be named twice') : null,
      row.paper === 'none' ? null : one("paper = 'none'", 'without a paper'),
      row.undo_makers === null ? null : one('undo_makers = NULL, undo_checkers = NULL', 'cannot be undone'),
      row.undo_makers === null && row.via === 'order' ? one("undo_makers = makers, undo_checkers = ',leader,'", 'can be undone') : null,
    ]
    return changes.filter((change) => change !== null)
  })
}
