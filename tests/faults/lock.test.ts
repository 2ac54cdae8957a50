import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { outsideProgram } from '../support/outside.ts'
import type { Told, Wish } from './support/approving.ts'
import { approve, phonesAt, wishesOf } from './support/approving.ts'
import { keptOf, sound } from './support/kept.ts'
import { prepared } from './support/prepared.ts'
import { serverOn } from './support/server.ts'
import { tell, timeout, times } from './support/strength.ts'

const shortly = times(3, 10)
const long = times(1, 10)

it(`somebody else holds the file for a moment, ${shortly} times: approvals wait and succeed`, { timeout }, async () => {
  const { phones, wishes, told, outside, end } = await opened()
  for (let round = 0; round < shortly; round += 1) {
    await outside.run('BEGIN IMMEDIATE')
    const waiting = Promise.all(wishes.splice(0, 4).map((wish) => approve(phones, wish, told)))
    await pause(200)
    expect(told.size).toBe(round * 4)
    await outside.run('COMMIT')
    expect((await waiting).map((reply) => reply?.status)).toEqual([201, 201, 201, 201])
  }
  expect(await end()).toMatchObject({ ...sound, grants: shortly * 4 })
})

it(`somebody does not let go, ${long} times: 503 busy while reads go on; the next acknowledged write is on file`, { timeout }, async () => {
  const { phones, wishes, told, outside, end, county } = await opened()
  let refusals = 0
  for (let round = 0; round < long; round += 1) {
    await outside.run('BEGIN IMMEDIATE')
    const blocked: Wish[] = wishes.splice(0, 4)
    const waiting = blocked.map((wish) => approve(phones, wish, told))
    expect((await phones[0]!.get(`/requests/${county.requests[0]}`)).status).toBe(200)
    for (const reply of await Promise.all(waiting)) expect(reply).toMatchObject({ status: 503, problem: { code: 'busy' } })
    refusals += blocked.length
    await outside.run('ROLLBACK')
    for (const wish of blocked) {
      const reply = await approve(phones, wish, told)
      expect(reply?.status).toBe(201)
      const id = String(reply?.body.grantId)
      expect(await outside.run(`SELECT id FROM grants WHERE id = '${id}'`)).toEqual([{ id }])
    }
  }
  tell('locked out', { rounds: long, refusals, acknowledged: told.size })
  expect(await end()).toMatchObject({ ...sound, grants: long * 4 })
})

async function opened() {
  const county = await prepared(64)
  const server = serverOn(county.dataDir)
  const phones = phonesAt(await server.url(), county)
  const told: Told = new Map()
  const end = async () => {
    server.signal('SIGKILL')
    await server.ended
    return keptOf(county.path, told)
  }
  return { county, phones, told, wishes: wishesOf(county), outside: outsideProgram(county.path), end }
}
