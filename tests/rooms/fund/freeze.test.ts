import { expect, it } from 'vitest'
import { freezeFund, thawFund } from '../../../worker/fund/index.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import type { Changed } from '../../support/put-back.ts'
import { lastRowTakenOut } from '../../support/put-back.ts'
import { journaled, refused } from '../../support/traces.ts'

const at = '2026-09-28T02:00:00.000Z'
const order = { amountFen: 1_000, bankSerial: 'CK-0001', reason: '存回' }

it('a frozen fund takes no entry until it is thawed; the fund next door goes on; each is done once and by nobody', async () => {
  const county = await newCounty(at)
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const deposit = (of = crew) => of.cashier.post(`/funds/${of.fund}/deposits`, order)
  expect(await thawFund(county.services, crew.fund)).toBeNull()
  expect(await freezeFund(county.services, crew.fund, 'cash.held: 1 fen too many')).toBe(true)
  expect(await freezeFund(county.services, crew.fund, 'again')).toBeNull()
  expect(await county.rows('SELECT fund_code, n, frozen_at, finding FROM freezes')).toEqual([{ fund_code: crew.fund, n: 1, frozen_at: at, finding: 'cash.held: 1 fen too many' }])
  expect(await county.rows("SELECT chain, person_id, post, object FROM journal WHERE action = 'fund.freeze'"))
    .toEqual([{ chain: crew.township, person_id: null, post: 'timer', object: crew.fund }])
  await refused(county, 'fund_frozen', () => deposit())
  expect((await crew.reviewer.get(`/funds/${crew.fund}`)).body.frozen).toEqual({ at, finding: 'cash.held: 1 fen too many' })
  const listed = (await (await county.phone('county-caizheng')).get('/funds')).body.items as { code: string; frozen: boolean }[]
  expect(listed.filter(({ frozen }) => frozen).map(({ code }) => code)).toEqual([crew.fund])
  expect((await deposit(there)).status).toBe(201)
  expect((await there.reviewer.get(`/funds/${there.fund}`)).body.frozen).toBeNull()

  expect(await thawFund(county.services, there.fund)).toBeNull()
  expect(await thawFund(county.services, crew.fund)).toBe(true)
  expect(await thawFund(county.services, crew.fund)).toBeNull()
  expect(await county.rows('SELECT fund_code, n, thawed_at FROM thaws')).toEqual([{ fund_code: crew.fund, n: 1, thawed_at: at }])
  expect(await county.rows("SELECT chain, person_id, post, object FROM journal WHERE action = 'fund.thaw'"))
    .toEqual([{ chain: crew.township, person_id: null, post: 'timer', object: crew.fund }])
  expect((await deposit()).status).toBe(201)
  await journaled(county, 'fund.deposit', `${crew.fund}/3`, 't01-chuna')
  expect(await freezeFund(county.services, crew.fund, 'again')).toBe(true)
  expect(await freezeFund(county.services, there.fund, 'too')).toBe(true)
  expect(await county.rows('SELECT fund_code, n FROM freezes ORDER BY 1, 2'))
    .toEqual([{ fund_code: crew.fund, n: 1 }, { fund_code: crew.fund, n: 2 }, { fund_code: there.fund, n: 1 }])
})

it('no person freezes or thaws, nor the machine out of turn', async () => {
  const county = await newCounty(at)
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  for (const { fund } of [crew, there, crew]) {
    await freezeFund(county.services, fund, 'wrong')
    if (fund === crew.fund) await thawFund(county.services, fund)
  }
  const [person] = await county.rows('SELECT id FROM journal WHERE person_id IS NOT NULL AND at = ? LIMIT 1', at)
  const [founding] = await county.rows("SELECT id FROM journal WHERE person_id IS NULL AND post <> 'timer' OR post IS NULL AND person_id IS NULL LIMIT 1")
  const thaw = lastRowTakenOut(county, 'thaws', 'thawed_at')
  const wrong: Record<string, Changed> = { 'by a person': { journal_id: String(person?.id) }, 'by the founding': { journal_id: String(founding?.id) }, 'in no act': { journal_id: 'jrn_none' } }
  expect(thaw.putBack()).toBeNull()
  for (const [name, change] of Object.entries<Changed>({ ...wrong, 'at another time': { thawed_at: '2026-09-28T02:00:00.001Z' }, 'one that is thawed': { n: 1 }, 'one to come': { n: 3 }, 'next door': { fund_code: there.fund } }))
    expect(thaw.putBack(change), name).toBe('append_only')

  const freeze = lastRowTakenOut(county, 'freezes', 'frozen_at')
  expect(freeze.row).toMatchObject({ fund_code: crew.fund, n: 2 })
  expect(freeze.putBack()).toBeNull()
  for (const [name, change] of Object.entries<Changed>({ ...wrong, 'at another time': { frozen_at: '2026-09-28T02:00:00.001Z' }, 'the first again': { n: 1 }, 'the third': { n: 3 }, 'what is frozen, next door': { fund_code: there.fund, n: 2 } }))
    expect(freeze.putBack(change), name).toBe('append_only')
})
