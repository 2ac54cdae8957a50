import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import type { Crew } from '../../support/crew.ts'
import { crewOf, done, forSomebody } from '../../support/crew.ts'
import { acceptance, decision, idOf, payee } from '../../support/steps.ts'

const cash = acceptance({ payee: undefined })
type Duplicate = { tie: string; townshipName: string; number: string | null; requestId: string | null; grantedFen: number | null; rules: string[] }

async function start() {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [here, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  return { county, here, there }
}
const duplicates = async (crew: Crew, request: string) =>
  ((await crew.caseworker.get(`/requests/${request}`)).body.decision as { duplicates: Duplicate[] }).duplicates
const filed = async (crew: Crew, change: object) => idOf(await done(crew.coordinator.post('/requests', forSomebody(crew.township, change))))

it('next door only town and day are told, whatever the tie; at home the number and what was given', async () => {
  const { here, there } = await start()
  const number = '99010120151103001X'
  const first = await here.accepted({ name: '赵大山', phone: '13900000088' }, { ...cash, idNumber: number })
  await done(here.deputy.post(`/requests/${first}/grant`, decision({ channel: 'cash' })))
  const request = await filed(there, { name: '赵小山', phone: '13900000088' })
  const far = { townshipName: '青山镇', on: '2026-09-28', number: null, requestId: null, grantedFen: null }
  expect(await duplicates(there, request)).toEqual([{ tie: 'phone', ...far, rules: ['C-07'] }])
  await done(there.caseworker.post(`/requests/${request}/acceptance`, { ...cash, idNumber: number }))
  expect(await duplicates(there, request)).toEqual([{ tie: 'person', ...far, rules: ['C-07', 'N-32'] }])
  const home = await filed(here, { name: '王五', phone: '13900000088' })
  const seen = await duplicates(here, home)
  expect(seen).toHaveLength(2)
  expect(seen).toEqual(expect.arrayContaining([
    expect.objectContaining({ tie: 'phone', requestId: first, number: 'LSJZ2026-001-00001', grantedFen: 50_000 }),
    expect.objectContaining({ tie: 'phone', requestId: null, number: null, grantedFen: null }),
  ]))
})

it('the account, the household and the name in the village tie requests together, the nearest tie first', async () => {
  const { here } = await start()
  const account = { ...payee, account: '6217009966000000001' }
  const members = [{ name: '王小宝', relation: '儿子', idNumber: '99010120151103001X' }]
  const first = await here.accepted({ village: '河口村' }, { payee: account, household: { members } })
  const second = await here.accepted({}, { payee: account })
  expect(await duplicates(here, second)).toMatchObject([{ tie: 'account', requestId: first, rules: ['N-42'] }])
  const child = await filed(here, { name: '王小宝', village: '河口村' })
  await done(here.caseworker.post(`/requests/${child}/acceptance`, { ...cash, idNumber: '99010120151103001X' }))
  expect(await duplicates(here, child)).toMatchObject([{ tie: 'member', requestId: first, rules: ['C-07', 'N-32'] }])
  const namesake = await filed(here, { village: '河口村' })
  expect((await duplicates(here, namesake)).map(({ tie, requestId }) => [tie, requestId])).toEqual([['name', first]])
})

it('what was asked more than a year before is no duplicate', async () => {
  const { county, here } = await start()
  const first = await here.accepted({ name: '赵大山', phone: '13900000088' }, cash)
  for (const [clock, found] of [['2027-09-28T02:00:00.000Z', [first]], ['2027-09-28T02:00:00.001Z', []]] as const) {
    county.setClock(clock)
    await Promise.all([here.coordinator, here.caseworker].map((phone) => phone.signInAgain()))
    const request = await filed(here, { phone: '13900000088' })
    expect((await duplicates(here, request)).map(({ requestId }) => requestId).filter((id) => id === first)).toEqual(found)
  }
})

it('a name that differs in one character of three ties in its village, unless both have shown a number', async () => {
  const { here, there } = await start()
  const first = await here.accepted({ name: '赵大山', village: '河口村' }, cash)
  const ties = async (crew: Crew, change: object) => (await duplicates(crew, await filed(crew, change))).map(({ tie, requestId }) => [tie, requestId])
  expect(await ties(here, { name: '赵大川', village: '河口村' })).toEqual([['near_name', first]])
  expect(await ties(here, { name: '赵小川', village: '柳湾村' })).toEqual([])
  // two characters differ, one is missing, another village, another township
  for (const name of ['赵小江', '赵大', '赵大山山', '山大赵']) expect((await ties(here, { name, village: '河口村' })).filter(([, id]) => id === first), name).toEqual([])
  expect(await ties(there, { name: '赵大江', village: '河口村' })).toEqual([])
  // of two characters any two of one surname differ in one
  await here.accepted({ name: '钱多', village: '石桥村' }, cash)
  expect(await ties(here, { name: '钱少', village: '石桥村' })).toEqual([])
  await here.accepted({ name: '孙大山', village: '石桥村', idNumber: '99010120151103001X' }, cash)
  expect(await ties(here, { name: '孙大川', village: '石桥村', idNumber: '990101195001010010' })).toEqual([])
  expect(await ties(here, { name: '孙大江', village: '石桥村' })).toHaveLength(2)
})

it('a corrected name is found by what it is now, and by nothing that it was', async () => {
  const { county, here } = await start()
  const request = await filed(here, { name: '赵大山', village: '河口村' })
  await done(here.caseworker.post(`/requests/${request}/acceptance`, { ...cash, name: '李二水' }))
  const ties = async (name: string) => (await duplicates(here, await filed(here, { name, village: '河口村' }))).filter(({ requestId }) => requestId === request).map(({ tie }) => tie)
  expect([await ties('赵大川'), await ties('李二冰')]).toEqual([[], ['near_name']])
  expect(await county.rows('SELECT count(*) AS n FROM near_names n WHERE NOT EXISTS (SELECT 1 FROM persons p JOIN json_each(p.near_indexes) e WHERE p.id = n.person_id AND e.value = n.near_index)')).toEqual([{ n: 0 }])
})
