import { expect, it } from 'vitest'
import { LocalConnection } from '../../../db/local-connection.ts'
import { lapseExplanations } from '../../../worker/explanations/index.ts'
import { freezeFund, thawFund } from '../../../worker/fund/index.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { expectSound, placesOf } from '../../support/ledger.ts'

it('past its due day an explanation that nobody filed lapses, once; filed late it is still accepted', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const late = await crew.paid({ track: 'urgent' })
  const filed = await crew.paid({ track: 'urgent' })
  const small = await crew.paid()
  const words = { items: [{ kind: 'NARRATIVE', text: '药费和伙食' }] }
  await crew.caseworker.put(`/grants/${filed.grant}/explanation`, words)
  county.setClock('2026-10-10T15:59:59.000Z')
  expect(await lapseExplanations(county.services)).toEqual({ lapsed: 0, refused: [] })
  county.setClock('2026-10-10T16:00:00.000Z')
  expect(await lapseExplanations(county.services)).toEqual({ lapsed: 1, refused: [] })
  expect(await lapseExplanations(county.services)).toEqual({ lapsed: 0, refused: [] })
  expect(await placesOf(county)).toMatchObject({ overdue: 50_000, awaiting: 100_000 })
  expect(await county.rows("SELECT made_by, payout_id FROM entries WHERE event = 'lapse'")).toEqual([{ made_by: null, payout_id: `${late.grant}.1` }])
  await Promise.all([crew.caseworker.signInAgain(), crew.reviewer.signInAgain(), crew.cashier.signInAgain()])
  expect((await crew.reviewer.get(`/funds/${crew.fund}/entries?limit=1`)).body.items).toMatchObject([{ event: 'lapse', madeBy: null }])
  await crew.caseworker.put(`/grants/${late.grant}/explanation`, words)
  for (const { grant } of [late, filed, small]) expect((await crew.reviewer.post(`/grants/${grant}/explanation/acceptance`, {})).status).toBe(201)
  expect(await placesOf(county)).toMatchObject({ cleared: 150_000 })
  expectSound(county)
})

it('a provisional due day does not lapse: the year’s holidays are not known', async () => {
  const county = await newCounty('2026-12-28T02:00:00.000Z')
  const crew = await crewOf(county)
  await crew.paid({ track: 'urgent' })
  county.setClock('2027-02-01T02:00:00.000Z')
  expect(await lapseExplanations(county.services)).toEqual({ lapsed: 0, refused: [] })
  expect(await placesOf(county)).toMatchObject({ awaiting: 50_000 })
})

it('sent back, the days are counted anew before it lapses', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const { grant } = await crew.paid({ track: 'urgent' })
  county.setClock('2026-10-10T02:00:00.000Z')
  await Promise.all([crew.caseworker.signInAgain(), crew.reviewer.signInAgain()])
  await crew.caseworker.put(`/grants/${grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '药费' }] })
  expect((await crew.reviewer.post(`/grants/${grant}/explanation/return`, { reason: '缺发票' })).status).toBe(201)
  county.setClock('2026-10-16T15:59:00.000Z')
  expect(await lapseExplanations(county.services)).toEqual({ lapsed: 0, refused: [] })
  county.setClock('2026-10-16T16:00:00.000Z')
  expect(await lapseExplanations(county.services)).toEqual({ lapsed: 1, refused: [] })
})

it('in one fund only what is due lapses; a frozen fund is named and holds nobody up; a fund with nothing due is left alone', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [crew, frozen, quiet] = await Promise.all([crewOf(county), crewOf(county, 2), crewOf(county, 3)])
  const late = await crew.paid({ track: 'urgent' })
  const stopped = await frozen.paid({ track: 'urgent' })
  county.setClock('2026-09-29T02:00:00.000Z')
  await Promise.all([crew.coordinator, crew.caseworker, crew.deputy, crew.cashier].map((phone) => phone.signInAgain()))
  const today = await crew.paid({ track: 'urgent' })
  expect(await county.rows('SELECT due_on FROM explanation_dues WHERE grant_id = ?', today.grant)).toEqual([{ due_on: '2026-10-12' }])
  county.setClock('2026-10-09T02:00:00.000Z')
  await Promise.all([crew, quiet].flatMap((of) => [of.coordinator, of.caseworker, of.deputy, of.cashier].map((phone) => phone.signInAgain())))
  await crew.paid({ track: 'urgent' })
  await quiet.paid({ track: 'urgent' })
  await freezeFund(county.services, frozen.fund, 'the books do not fit')
  county.setClock('2026-10-11T16:00:00.000Z')
  expect(await lapseExplanations(county.services)).toEqual({ lapsed: 1, refused: [`${frozen.fund} fund_frozen`] })
  expect(await county.rows("SELECT fund_code, payout_id FROM entries WHERE event = 'lapse'")).toEqual([{ fund_code: crew.fund, payout_id: `${late.grant}.1` }])
  expect(await county.rows("SELECT action, chain, object FROM journal WHERE action LIKE '%lapse%'"))
    .toEqual([{ action: 'explanations.lapse', chain: crew.township, object: crew.fund }])
  await thawFund(county.services, frozen.fund)
  expect(await lapseExplanations(county.services)).toEqual({ lapsed: 1, refused: [] })
  const lapses = await county.rows("SELECT payout_id, facts_hash FROM entries WHERE event = 'lapse' ORDER BY fund_code")
  expect(lapses.map(({ payout_id }) => payout_id)).toEqual([`${late.grant}.1`, `${stopped.grant}.1`])
  expect(new Set(lapses.map(({ facts_hash }) => facts_hash)).size).toBe(2)
})

it('what is due by the known calendar lapses beside what is due by a provisional day; an error that is no refusal is not swallowed', async () => {
  const county = await newCounty('2026-12-10T02:00:00.000Z')
  const crew = await crewOf(county)
  const known = await crew.paid({ track: 'urgent' })
  county.setClock('2026-12-30T02:00:00.000Z')
  await Promise.all([crew.coordinator, crew.caseworker, crew.deputy, crew.cashier].map((phone) => phone.signInAgain()))
  await crew.paid({ track: 'urgent' })
  county.setClock('2027-02-01T02:00:00.000Z')
  const broken = "CREATE TRIGGER broken BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'no word of ours'); END"
  const plain = new LocalConnection(county.path, 'writer')
  plain.exec(broken)
  await expect(lapseExplanations(county.services)).rejects.toThrow()
  plain.exec('DROP TRIGGER broken')
  plain.close()
  expect(await lapseExplanations(county.services)).toEqual({ lapsed: 1, refused: [] })
  expect(await county.rows("SELECT payout_id FROM entries WHERE event = 'lapse'")).toEqual([{ payout_id: `${known.grant}.1` }])
})
