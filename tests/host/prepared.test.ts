import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LocalConnection, preparedMax } from '../../db/local-connection.ts'
import { newFolder } from '../support/host.ts'

it('statements are kept prepared up to a number; the one longest unused goes first', () => {
  const connection = new LocalConnection(join(newFolder(), 'any.db'), 'writer')
  const ask = (n: number) => connection.run({ sql: `SELECT ${n} AS n`, args: [] })[0]?.n
  const used = connection.kept
  for (let n = 0; n < preparedMax * 3; n += 1) expect([ask(n), ask(0)]).toEqual([n, 0])
  expect([used, connection.kept]).toEqual([0, preparedMax])
  const rows = connection.each('SELECT 1 AS n UNION ALL SELECT 2')
  expect(rows.next().value).toEqual({ n: 1 })
  for (let n = 0; n < preparedMax * 2; n += 1) ask(-n)
  expect(rows.next().value).toEqual({ n: 2 })
  rows.return(undefined)
  connection.close()
})
