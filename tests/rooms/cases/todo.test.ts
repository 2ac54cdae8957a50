import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf, forSomebody } from '../../support/crew.ts'

const start = async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  return { county, crew: await crewOf(county) }
}
const kinds = (body: Record<string, unknown>) =>
  Object.fromEntries((body.items as { kind: string; count: number }[]).map(({ kind, count }) => [kind, count]))

it('counts what waits for each post, at once', async () => {
  const { county, crew } = await start()
  await crew.coordinator.post('/requests', forSomebody(crew.township, { askedFen: 200_000 }))
  await crew.accepted()
  await crew.granted()
  await crew.handed()
  await crew.paid()
  const todo = async (phone: typeof crew.cashier) => kinds((await phone.get('/todo')).body)
  expect(await todo(crew.caseworker)).toEqual({
    new_urgent: 1,
    to_accept: 1,
    to_countersign: 1,
    to_check: 1,
  })
  expect(await todo(crew.deputy)).toEqual({ new_urgent: 1, to_decide: 1 })
  expect(await todo(crew.cashier)).toEqual({ to_pay: 1 })
  expect(await todo(crew.reviewer)).toEqual({ to_countersign: 1, to_check: 1 })
  expect(await todo(await county.phone('wang-xiulan'))).toEqual({})
  expect((await crew.reviewer.get('/todo')).body.badge).toBe(2)
})

it('says when a clock is near, and when it has run out', async () => {
  const { county, crew } = await start()
  await crew.coordinator.post('/requests', forSomebody(crew.township, { askedFen: 200_000 }))
  const near = async (at: string) => {
    county.setClock(at)
    await crew.caseworker.signInAgain()
    const { body } = await crew.caseworker.get('/todo')
    return (body.items as { kind: string; late: boolean }[]).find(({ kind }) => kind === 'clock_near')?.late
  }
  expect([
    await near('2026-09-28T19:59:00.000Z'),
    await near('2026-09-28T20:00:00.000Z'),
    await near('2026-09-29T02:00:01.000Z'),
  ]).toEqual([undefined, false, true])
})

it('says when a fund is low or shorter than what is asked', async () => {
  const { crew } = await start()
  await crew.coordinator.post('/requests', forSomebody(crew.township, { askedFen: 8_000_001 }))
  expect(kinds((await crew.reviewer.get('/todo')).body)).toEqual({ fund_short: 1 })
})
