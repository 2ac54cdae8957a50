import { expect, it } from 'vitest'
import { newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'
import { decision } from '../support/steps.ts'

/** Published case double-tap (RULEBOOK scenario 9). */
it("the leader's phone sends the one confirm twice with one key: one debit, the same answer", async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const request = await crew.accepted()
  const before = await county.available()
  const tap = () =>
    crew.deputy.post(`/requests/${request}/grant`, decision({ amountFen: 50_000 }), 'tap-2026-09-28-0001')
  const [first, second] = await Promise.all([tap(), tap()])
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body).toEqual(first.body)
  expect([first, second].map(({ headers }) => headers.get('idempotent-replayed')).sort()).toEqual(['true', null].sort())
  expect(await county.available()).toBe(before - 50_000)
  expect(await county.rows("SELECT count(*) AS n FROM entries WHERE event = 'reserve'")).toEqual([{ n: 1 }])

  // the answer got lost for a day: the same key still brings the same answer
  county.setClock('2026-09-29T02:00:00.000Z')
  await crew.deputy.signInAgain()
  expect((await tap()).body).toEqual(first.body)
  expect(await county.available()).toBe(before - 50_000)
})
