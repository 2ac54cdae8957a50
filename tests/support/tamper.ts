import { expect } from 'vitest'
import { LocalConnection } from '../../db/local-connection.ts'
import { verify } from '../../worker/oversight/verify.ts'
import { newCounty } from './county.ts'
import { acceptance, acceptedRequest, ask, decision, idOf } from './steps.ts'

/** A county where one grant went all the way, closed so that its file is whole. */
export async function livedCounty() {
  const county = await newCounty()
  const [wang, caseworker, leader, cashier, finance] = await Promise.all(
    ['wang-xiulan', 't01-jingban', 't01-fenguan', 't01-chuna', 't01-caizheng'].map((openid) => county.phone(openid)),
  )
  const request = await acceptedRequest(wang!, caseworker!, ask(), acceptance())
  const grant = idOf(await leader!.post(`/requests/${request}/grant`, decision()), 'grantId')
  await cashier!.post(`/grants/${grant}/payouts/1/sending`, {})
  await cashier!.post(`/grants/${grant}/payouts/1/payment`, { bankSerial: 'TX-0001' })
  expect((await finance!.post(`/grants/${grant}/explanation/acceptance`, {})).status).toBe(201)
  expect(findings(county.path)).toEqual([])
  return county
}

/** What `verify` found, one line each. */
export const findings = (path: string): string[] =>
  verify(path).flatMap(({ check, bad }) => (bad === null ? [] : [`${check}: ${bad}`]))

/** As root on the server: the triggers are dropped, the change is made, the triggers are put back word for word. */
export function tamper(path: string, table: string, sql: string) {
  const plain = new LocalConnection(path, 'writer')
  plain.exec('PRAGMA foreign_keys = OFF')
  const all = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?"
  const triggers = plain.run({ sql: all, args: [table] })
  for (const trigger of triggers) plain.exec(`DROP TRIGGER ${String(trigger.name)}`)
  plain.exec(sql)
  for (const trigger of triggers) plain.exec(String(trigger.sql))
  plain.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  plain.close()
}
