import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import type { Crew } from '../../support/crew.ts'
import { crewOf, done } from '../../support/crew.ts'
import { idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const charity = { program: 'CHARITY', amountFen: 200_000, fromOn: '2026-09-20', note: '镇慈善会发的慰问' }

async function start() {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const request = await crew.accepted()
  const household = ((await crew.caseworker.get(`/requests/${request}`)).body.household as { id: string }).id
  return { county, crew, there, request, household, path: `/households/${household}/aid` }
}
const chain = async (crew: Crew, household: string) =>
  (await crew.caseworker.get(`/households/${household}/chain`)).body as { items: Record<string, unknown>[]; recognised: object[] }

it('what the charity gave stands on the chain beside our grant, and touches no fund (scenario 8)', async () => {
  const { county, crew, request, household, path } = await start()
  const fen = () => county.rows('SELECT place, fen FROM balances ORDER BY fund_code, place, key')
  const before = await fen()
  const reply = await repeatable(county, (body, key) => crew.caseworker.post(path, body, key), charity, { ...charity, amountFen: 1 })
  await journaled(county, 'requests.enterAid', household, 't01-jingban')
  expect(await fen()).toEqual(before)
  county.setClock('2026-09-28T03:00:00.000Z')
  await done(crew.deputy.post(`/requests/${request}/grant`, { track: 'small', amountFen: 50_000, channel: 'transfer', reason: '情况属实' }))
  const { items } = await chain(crew, household)
  expect(items.slice(0, 2)).toMatchObject([{ event: 'granted', amountFen: 50_000, requestId: request }, expect.anything()])
  expect(items).toEqual(expect.arrayContaining([
    expect.objectContaining({ event: 'aid', program: 'CHARITY', amountFen: 200_000, fromOn: '2026-09-20', words: charity.note, aidId: idOf(reply) })]))
})

it('a wrong row is withdrawn by its mirror row, once; both stay on the chain', async () => {
  const { county, crew, household, path } = await start()
  const aid = idOf(await done(crew.caseworker.post(path, charity)))
  const because = { reason: '是邻居家的,登记错了' }
  county.setClock('2026-09-28T03:00:00.000Z')
  await repeatable(county, (body, key) => crew.caseworker.post(`${path}/${aid}/withdrawal`, body, key), because)
  await journaled(county, 'requests.withdrawAid', household, 't01-jingban')
  await refused(county, 'aid_withdrawn', () => crew.caseworker.post(`${path}/${aid}/withdrawal`, because))
  const { items } = await chain(crew, household)
  expect(items[0]).toMatchObject({ event: 'aid_withdrawn', amountFen: 200_000, words: because.reason, aidId: null })
  expect(items.find(({ event }) => event === 'aid')).toMatchObject({ aidId: null })
  await refused(county, 'not_found', () => crew.caseworker.post(`${path}/aid_0000000000000000/withdrawal`, because))
})

it('a standing holds from its first day to its last, at most a year (P13)', async () => {
  const { county, crew, household, path } = await start()
  const standing = { program: 'DIBAO', fromOn: '2026-09-28', note: '低保证' }
  for (const [change, field] of [[{}, 'toOn'], [{ toOn: '2027-09-29' }, 'toOn'], [{ toOn: '2026-09-27' }, 'toOn']] as const) {
    const { problem } = await refused(county, 'input', () => crew.caseworker.post(path, { ...standing, ...change }))
    expect(problem.fields?.map((one) => one.field)).toEqual([field])
  }
  await refused(county, 'input', () => crew.caseworker.post(path, { ...charity, toOn: '2026-12-31' }))
  await refused(county, 'aid_later', () => crew.caseworker.post(path, { ...charity, fromOn: '2026-09-29' }))
  await done(crew.caseworker.post(path, { ...standing, toOn: '2027-09-28' }))
  const recognised = async () => (await chain(crew, household)).recognised
  expect(await recognised()).toEqual([{ program: 'DIBAO', fromOn: '2026-09-28', toOn: '2027-09-28' }])
  for (const [clock, count] of [['2027-09-28T15:59:59.000Z', 1], ['2027-09-28T16:00:00.000Z', 0]] as const) {
    county.setClock(clock)
    await crew.caseworker.signInAgain()
    expect(await recognised()).toHaveLength(count)
  }
})

it('is entered where the household is or has a case, and by nobody for his own', async () => {
  const { county, crew, there, household, path } = await start()
  await refused(county, 'post_required', () => crew.deputy.post(path, charity))
  await refused(county, 'out_of_scope', () => there.caseworker.post(path, charity))
  await refused(county, 'not_found', () => crew.caseworker.post('/households/hou_0000000000000000/aid', charity))
  const far = idOf(await done(there.coordinator.post('/requests', {
    causeCode: 'FIRE', story: '灶房起火了', townshipCode: there.township, name: '王秀兰', phone: '13900000066', commitmentVersion: '2026-07', onBehalf: { relation: 'coordinator' },
  })))
  await done(there.caseworker.post(`/requests/${far}/acceptance`, { kin: 'none', household: { householdId: household, newBecause: '查过户口本' } }))
  expect((await there.caseworker.post(path, charity)).status).toBe(201)
  const [mine] = await county.rows("SELECT p.person_id, j.id AS act, j.person_id AS by, j.at FROM posts p, journal j WHERE p.kind = 'caseworker' AND p.township_code = ? AND j.action = 'requests.accept'", crew.township)
  await county.services.db.write([], () => ({ answer: undefined, statements: [{
    sql: `INSERT INTO household_changes (person_id, n, household_id, relation, changed_by, changed_at, journal_id) VALUES (?, 1, ?, '弟弟', ?, ?, ?)`,
    args: [mine?.person_id ?? '', household, mine?.by ?? '', mine?.at ?? '', mine?.act ?? ''] }] }))
  await refused(county, 'beneficiary', () => crew.caseworker.post(path, charity))
})
