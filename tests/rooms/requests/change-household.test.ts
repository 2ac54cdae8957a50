import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import type { Crew } from '../../support/crew.ts'
import { crewOf, done, forSomebody } from '../../support/crew.ts'
import { acceptance, ask, decision, idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

type Member = { personId: string; name: string; relation: string; sinceOn: string; idNumber: string | null }
const reason = '户口本上已经分开'
const cash = acceptance({ payee: undefined })
const family = { ...cash, household: { members: [{ name: '王小宝', relation: '儿子' }, { name: '赵大山', relation: '女婿' }] } }

async function start() {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const request = await crew.accepted({}, family)
  const household = await householdOf(crew, request)
  return { county, crew, request, household, path: `/households/${household}/changes` }
}

const householdOf = async (crew: Crew, request: string) => ((await crew.caseworker.get(`/requests/${request}`)).body.household as { id: string }).id
const membersOf = async (crew: Crew, household: string) => (await crew.caseworker.get(`/households/${household}`)).body.members as Member[]
const called = (members: Member[], name: string) => members.find((one) => one.name === name)?.personId ?? ''

it('somebody joins, leaves and moves out into a household of his own: one act, each with who, when and why', async () => {
  const { county, crew, household, path } = await start()
  const members = await membersOf(crew, household)
  expect(members.map(({ name, relation, sinceOn }) => [name, relation, sinceOn])).toEqual(expect.arrayContaining([
    ['王秀兰', '本人', '2026-09-28'], ['王小宝', '儿子', '2026-09-28'], ['赵大山', '女婿', '2026-09-28']]))
  county.setClock('2026-09-28T09:00:00.000Z')
  const changes = [
    { step: 'join', name: '王小花', relation: '孙女', idNumber: '99010120151103001X' },
    { step: 'leave', personId: called(members, '王小宝') },
    { step: 'move', personId: called(members, '赵大山'), relation: '户主' },
  ]
  const reply = await repeatable(county, (body, key) => crew.caseworker.post(path, body, key), { reason, changes }, { reason: '别的理由', changes })
  const own = String(reply.body.newHouseholdId)
  expect(reply.body).toEqual({ id: household, changedAt: '2026-09-28T09:00:00.000Z', newHouseholdId: expect.stringMatching(/^hou_/) })
  await journaled(county, 'requests.changeHousehold', household, 't01-jingban')
  expect((await membersOf(crew, household)).map(({ name }) => name).toSorted()).toEqual(['王小花', '王秀兰'])
  expect(await membersOf(crew, own)).toMatchObject([{ name: '赵大山', relation: '户主', sinceOn: '2026-09-28' }])
  const { changes: told, actions } = (await crew.caseworker.get(`/households/${household}`)).body as { changes: Record<string, unknown>[]; actions: string[] }
  expect(told.slice(0, 3)).toEqual(expect.arrayContaining([
    expect.objectContaining({ step: 'join', name: '王小花', reason, otherHouseholdId: null }),
    expect.objectContaining({ step: 'leave', name: '王小宝', reason, relation: null }),
    expect.objectContaining({ step: 'move', name: '赵大山', reason, otherHouseholdId: own }),
  ]))
  expect(actions).toEqual(['change', 'enterAid'])
})

it('two households become one: who moves in is a member there, and of his old one no more', async () => {
  const { crew, household } = await start()
  const other = await householdOf(crew, await crew.accepted({}, { ...cash, name: '李小红', idNumber: '990101600815007' }))
  const [moving] = await membersOf(crew, other)
  const changes = [{ step: 'move', personId: moving?.personId, relation: '儿媳', to: household }]
  await done(crew.caseworker.post(`/households/${other}/changes`, { reason: '结婚后搬到一起', changes }))
  expect((await membersOf(crew, household)).map(({ name }) => name)).toContain('李小红')
  expect(await membersOf(crew, other)).toEqual([])
})

it('who is known by his number comes from his old household with the same row', async () => {
  const { county, crew, household, path } = await start()
  const other = await householdOf(crew, await crew.accepted({}, { ...cash, idNumber: '99010119600815007X' }))
  const before = await membersOf(crew, other)
  const changes = [{ step: 'join', name: '王秀兰', relation: '姐姐', idNumber: '990101600815007' }]
  await done(crew.caseworker.post(path, { reason: '搬到一起住', changes }))
  expect((await membersOf(crew, household)).map(({ personId }) => personId)).toContain(before[0]?.personId)
  expect(await membersOf(crew, other)).toEqual([])
  county.setClock('2026-09-28T03:00:00.000Z')
  await refused(county, 'household_same', () => crew.caseworker.post(path, { reason: '再登记一次', changes }))
})

it('who left may be accepted again: his new household is his third step', async () => {
  const { county, crew, household, path } = await start()
  const child = called(await membersOf(crew, household), '王小宝')
  await done(crew.caseworker.post(path, { reason, changes: [{ step: 'leave', personId: child }] }))
  county.setClock('2026-09-28T03:00:00.000Z')
  await county.services.db.write([], () => ({ answer: undefined, statements: [{ sql: 'UPDATE persons SET id_number_index = ? WHERE id = ?', args: [county.services.cipher.index('id_number', '99010120151103001X'), child] }] }))
  const again = await crew.accepted({ name: '王小宝' }, { ...cash, idNumber: '99010120151103001X' })
  expect(await householdOf(crew, again)).not.toBe(household)
  expect(await county.rows('SELECT n, household_id IS NULL AS away FROM household_changes WHERE person_id = ? ORDER BY n', child)).toEqual([
    { n: 1, away: 0 }, { n: 2, away: 1 }, { n: 3, away: 0 }])
})

it('says which field is wrong', async () => {
  const { county, crew, household, path } = await start()
  const [first] = await membersOf(crew, household)
  const cases: [object[], string][] = [
    [[{ step: 'join', relation: '儿子' }], 'changes.0.name'],
    [[{ step: 'join', name: '王五' }], 'changes.0.relation'],
    [[{ step: 'join', name: '王五', relation: '儿子', idNumber: '1' }], 'changes.0.idNumber'],
    [[{ step: 'move', personId: first?.personId }], 'changes.0.relation'],
    [[{ step: 'leave' }], 'changes.0.personId'],
    [[{ step: 'leave', personId: 'per_0000000000000000' }], 'changes.0.personId'],
    [[{ step: 'leave', personId: first?.personId }, { step: 'leave', personId: first?.personId }], 'changes.1.personId'],
    [[{ step: 'move', personId: first?.personId, relation: '户主', to: 'hou_0000000000000000' }], 'changes.0.to'],
    [[], 'changes'],
  ]
  for (const [changes, field] of cases) {
    const { problem } = await refused(county, 'input', () => crew.caseworker.post(path, { reason, changes }))
    expect(problem.fields?.map((one) => one.field), field).toEqual([field])
  }
})

it('is for the caseworker of the household’s township, and never for his own household', async () => {
  const { county, crew, household, path } = await start()
  const there = await crewOf(county, 2)
  const [first] = await membersOf(crew, household)
  const leave = { reason, changes: [{ step: 'leave', personId: first?.personId }] }
  await refused(county, 'post_required', () => crew.deputy.post(path, leave))
  await refused(county, 'out_of_scope', () => there.caseworker.post(path, leave))
  await refused(county, 'not_found', () => there.caseworker.get(`/households/${household}`))
  await refused(county, 'not_found', () => crew.coordinator.get(`/households/${household}`))
  expect((await crew.deputy.get(`/households/${household}`)).body.actions).toEqual([])
  const his = idOf(await crew.caseworker.post('/requests', ask({ phone: '13900000077' })))
  await refused(county, 'beneficiary', () => crew.caseworker.post(`/requests/${his}/acceptance`, cash))
})

it('who moved out just before still decides nothing of that household', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const request = await crew.accepted()
  const household = await householdOf(crew, request)
  const [deputy] = await county.rows("SELECT person_id, (SELECT id FROM journal WHERE action = 'requests.accept' ORDER BY at DESC LIMIT 1) AS act FROM posts WHERE kind = 'deputy_leader' AND township_code = ?", crew.township)
  const insert = `INSERT INTO household_changes (person_id, n, household_id, relation, changed_by, changed_at, journal_id) SELECT ?, 1, ?, '丈夫', person_id, at, id FROM journal WHERE id = ?`
  await county.services.db.write([], () => ({ answer: undefined, statements: [{ sql: insert, args: [deputy?.person_id ?? '', household, deputy?.act ?? ''] }] }))
  await refused(county, 'beneficiary', () => crew.deputy.post(`/requests/${request}/grant`, decision()))
  county.setClock('2026-09-28T08:00:00.000Z')
  await done(crew.caseworker.post(`/households/${household}/changes`, { reason: '已经离婚搬走', changes: [{ step: 'leave', personId: deputy?.person_id }] }))
  county.setClock('2026-09-28T09:00:00.000Z')
  await refused(county, 'beneficiary', () => crew.deputy.post(`/requests/${request}/grant`, decision()))
  expect((await crew.leader.post(`/requests/${request}/grant`, decision())).status).toBe(201)
})

it('who moves into a household of his own takes what was given with him: same cause, same year (N-32)', async () => {
  const { county, crew, request, household, path } = await start()
  await done(crew.deputy.post(`/requests/${request}/grant`, decision({ channel: 'cash' })))
  county.setClock('2026-09-28T09:00:00.000Z')
  const members = await membersOf(crew, household)
  const idNumber = '99010120151103001X'
  await county.services.db.write([], () => ({ answer: undefined, statements: [{ sql: 'UPDATE persons SET id_number_index = ? WHERE id = ?', args: [county.services.cipher.index('id_number', idNumber), called(members, '赵大山')] }] }))
  const moved = await done(crew.caseworker.post(path, { reason, changes: [{ step: 'move', personId: called(members, '赵大山'), relation: '户主' }] }))
  const asked = idOf(await crew.coordinator.post('/requests', forSomebody(crew.township, { name: '赵大山' })))
  await done(crew.caseworker.post(`/requests/${asked}/acceptance`, { ...cash, idNumber }))
  expect(await householdOf(crew, asked)).toBe(moved.body.newHouseholdId)
  expect((await crew.deputy.get(`/requests/${asked}`)).body.decision).toMatchObject({ grantsThisYear: 1, blockers: [{ code: 'same_cause_this_year' }] })
  await refused(county, 'same_cause_this_year', () => crew.deputy.post(`/requests/${asked}/grant`, decision({ channel: 'cash' })))
})

it('a number alone opens nobody’s file: with another name beside it nobody is moved, and no name is told', async () => {
  const { county, crew, path } = await start()
  const join = (name: string) => crew.caseworker.post(path, { reason, changes: [{ step: 'join', name, relation: '亲戚', idNumber: '990101198501010010' }] })
  const reply = await join('张三')
  expect([reply.problem.code, reply.problem.fields?.map(({ field }) => field)]).toEqual(['input', ['changes.0.name']])
  expect(JSON.stringify(reply.body)).not.toContain('李建国')
  expect(await county.rows("SELECT 1 FROM household_members WHERE relation = '亲戚'")).toEqual([])
  await done(join('李建国'))
})
