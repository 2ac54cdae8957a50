import { expect, it } from 'vitest'
import { afterwardsOf, paper } from '../../support/afterwards.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import type { Phone } from '../../support/phone.ts'

async function start() {
  const county = await newCounty()
  const crew = await crewOf(county)
  const life = afterwardsOf(crew)
  const people = {
    cashier: crew.cashier, reviewer: crew.reviewer, leader: crew.leader, caseworker: crew.caseworker,
    assistance: await life.assistance(), finance: await life.finance(), auditor: await county.phone('county-shenji'),
  }
  const path = `/funds/${crew.fund}/claims`
  const actions = async () => Object.fromEntries(await Promise.all(Object.entries(people).map(async ([name, phone]: [string, Phone]) =>
    [name, ((await phone.get(path)).body.items as { actions: string[] }[])[0]?.actions])))
  return { county, crew, life, people, path, actions }
}

it('who may do what with a claim follows its state: confirmed in turn, dismissed until the third, then paid, settled or reopened', async () => {
  const { life, people, actions } = await start()
  const { claim } = await life.claim()
  const none = { leader: [], caseworker: [], auditor: [] }
  expect(await actions()).toEqual({ ...none, cashier: ['dismiss'], reviewer: ['confirm', 'dismiss'], assistance: ['dismiss'], finance: ['dismiss'] })
  await people.reviewer.post(`${claim}/confirmation`, {})
  expect(await actions()).toEqual({ ...none, cashier: ['dismiss'], reviewer: ['dismiss'], assistance: ['confirm', 'dismiss'], finance: ['dismiss'] })
  await people.assistance.post(`${claim}/confirmation`, {})
  expect(await actions()).toEqual({ ...none, cashier: ['dismiss'], reviewer: ['dismiss'], assistance: ['dismiss'], finance: ['confirm', 'dismiss'] })
  await people.finance.post(`${claim}/confirmation`, {})
  expect(await actions()).toEqual({
    ...none, cashier: ['replenish'], reviewer: ['replenish'], assistance: ['reopen'], finance: ['replenish', 'settle', 'reopen'],
  })
  await people.finance.post(`${claim}/replenishment`, { bankSerial: paper(), reason: '补足' })
  expect(await actions()).toEqual({ ...none, cashier: [], reviewer: [], assistance: [], finance: [] })
})

it('a replenishment that was undone leaves the claim waiting for its money', async () => {
  const { crew, county, life, people, actions, path } = await start()
  await life.replenished()
  const [last] = await county.rows('SELECT max(seq) AS seq FROM entries WHERE fund_code = ?', crew.fund)
  await life.confirmed(crew.cashier.post(`/funds/${crew.fund}/undos`, { entrySeq: Number(last?.seq), reason: '登记有误' }), crew.leader)
  expect((await people.reviewer.get(path)).body.items).toMatchObject([{ state: 'claimed' }])
  expect(await actions()).toMatchObject({ cashier: ['replenish'], finance: ['replenish', 'settle', 'reopen'] })
})

it('claims come newest first, page by page, and only those of this fund', async () => {
  const { county, life, people, path } = await start()
  for (let n = 0; n < 3; n += 1) await life.claim()
  const next = await crewOf(county, 2)
  await afterwardsOf(next).claim()
  const page = async (query: string) => (await people.reviewer.get(`${path}${query}`)).body as { items: { number: string }[]; next: string | null }
  const numbers = (items: { number: string }[]) => items.map(({ number }) => number.slice(-4))
  const all = await page('')
  expect(numbers(all.items)).toEqual(['0003', '0002', '0001'])
  const first = await page('?limit=2')
  expect([numbers(first.items), first.next]).toEqual([['0003', '0002'], first.items[1]?.number])
  const second = await page(`?limit=2&after=${String(first.next)}`)
  expect([numbers(second.items), second.next]).toEqual([['0001'], null])
  expect((await page('?limit=3')).next).toBeNull()
  expect((await people.reviewer.get(`/funds/${next.fund}/claims`)).problem.code).toBe('out_of_scope')
  expect((await people.finance.get('/funds/F990101999/claims')).problem.code).toBe('not_found')
})
