import { expect, it } from 'vitest'
import type { PolicyValues } from '../../../worker/contract/index.ts'
import { samplePolicy } from '../../../worker/contract/index.ts'
import { newCounty } from '../../support/county.ts'
import { lastRowTakenOut } from '../../support/put-back.ts'
import { idOf } from '../../support/steps.ts'

async function desk() {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [maker, checker] = [await county.phone('county-jiuzhu'), await county.phone('county-caizheng')]
  const draft = (change: Partial<PolicyValues> | object, fromOn = '2027-01-01') => maker.post('/policy/drafts', { fromOn, values: { ...samplePolicy, ...change } })
  return { county, maker, checker, draft }
}

it('a bad policy is refused with its line named: where it is typed by its range, where it is published by the rule', async () => {
  const { checker, draft } = await desk()
  const typed: [object, string][] = [
    [{ monthsMax: 7 }, '按月算:最多'], [{ publicityDays: 1 }, '一般程序公示'], [{ smallHours: 73 }, '小额快救办理时限'], [{ cashCapFen: -1 }, '现金上限'],
    [{ dibaoFen: 828.5 }, '城镇低保标准(每人每月)'], [{ publishEmergencyNames: 1 }, '公开急难对象姓名'], [{ yearEnd: 'spend' }, '年底结余'],
    [{ quotas: [{ fromPopulation: -1, fen: 1 }] }, '人口'], [{ tiersFen: [0] }, '小额档次'], [{ refusalCodes: ['NOBODY'] }, '不予救助的理由'],
  ]
  for (const [change, label] of typed) {
    const reply = await draft(change)
    expect(reply.problem, label).toMatchObject({ code: 'input', fields: [{ label }] })
  }
  const published: [Partial<PolicyValues>, string][] = [
    [{ smallCapFen: 82_801 }, 'policy_small_cap'], [{ urgentCeilingFen: 828_001 }, 'policy_ceiling'], [{ urgentCeilingFen: 82_799 }, 'policy_ceiling_low'],
    [{ monthsMin: 5, monthsMax: 3 }, 'policy_months'], [{ tiersFen: [55_200, 27_600] }, 'policy_tier'],
    [{ quotas: [{ fromPopulation: 0, fen: 2 }, { fromPopulation: 9, fen: 1 }] }, 'policy_quota'],
  ]
  for (const [change, code] of published) {
    const id = idOf(await draft(change), 'draftId')
    expect((await checker.post(`/policy/drafts/${id}/publication`, {})).problem.code).toBe(code)
  }
})

it('today, the past and a day that has its version are refused at once; of two drafts of one day the first to be published stays', async () => {
  const { checker, draft } = await desk()
  expect((await draft({}, '2026-09-28')).problem.code).toBe('policy_past')
  expect((await draft({}, '2026-08-29')).problem.code).toBe('policy_past')
  const [one, other] = [idOf(await draft({}), 'draftId'), idOf(await draft({ householdPerYear: 3 }), 'draftId')]
  expect((await checker.post(`/policy/drafts/${one}/publication`, {})).status).toBe(201)
  expect((await checker.post(`/policy/drafts/${other}/publication`, {})).problem.code).toBe('policy_dates')
  expect((await draft({})).problem.code).toBe('policy_dates')
  expect((await checker.post(`/policy/drafts/${other}/dismissal`, { reason: '已有一版' })).status).toBe(201)
  expect((await checker.get('/policy/drafts')).body.items).toEqual([])
})

it('who drafted it does not publish it, whatever posts he holds', async () => {
  const { county, maker, draft } = await desk()
  const id = idOf(await draft({}), 'draftId')
  expect((await maker.post(`/policy/drafts/${id}/publication`, {})).problem.code).toBe('post_required')
  await county.appoint('county-jiuzhu', 'county_finance', null)
  expect((await maker.post(`/policy/drafts/${id}/publication`, {})).problem.code).toBe('second_person_required')
})

it('a draft whose day has come while it waited is too late', async () => {
  const { county, checker, draft } = await desk()
  const id = idOf(await draft({}, '2026-09-29'), 'draftId')
  county.setClock('2026-09-28T16:00:00.000Z')
  await checker.signInAgain()
  expect((await checker.post(`/policy/drafts/${id}/publication`, {})).problem.code).toBe('policy_past')
})

it('what is published is the draft to the last line: a version that says otherwise in any of them is refused by the schema', async () => {
  const { county, checker, draft } = await desk()
  const id = idOf(await draft({}), 'draftId')
  expect((await checker.post(`/policy/drafts/${id}/publication`, {})).status).toBe(201)
  const { putBack } = lastRowTakenOut(county, 'policy_publications', 'published_at')
  expect(putBack()).toBeNull()
  const columns = (await county.rows("SELECT name FROM pragma_table_info('policies')")).map(({ name }) => String(name)).filter((name) => name !== 'version')
  const words = { from_on: "'2027-01-02'", journal_id: "'jrn_other'", small_basis: "'per_person'", formula_basis: "'per_household'", non_local: "'assist_to_station'",
    fund_cycle: "'quarterly'", year_end: "'return'", small_cap_fen: '82799', months_min: '2', months_max: '5', days_max: '179', small_hours: '71', publish_emergency_names: '1' }
  const changes = [
    ...columns.map((name) => `UPDATE policies SET ${name} = ${(words as Record<string, string>)[name] ?? `${name} + 1`} WHERE version = 2`),
    'UPDATE policy_tiers SET fen = fen - 1 WHERE version = 2 AND ordinal = 1', 'DELETE FROM policy_tiers WHERE version = 2 AND ordinal = 3',
    'UPDATE policy_quotas SET fen = fen + 1 WHERE version = 2 AND from_population = 0', "DELETE FROM policy_refusal_codes WHERE version = 2 AND code = 'SAME_CAUSE'",
  ]
  for (const first of changes) expect(putBack({}, { first: `PRAGMA ignore_check_constraints = ON; ${first}` }), first).toBe('policy_changed')
})
