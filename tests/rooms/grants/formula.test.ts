import { expect, it } from 'vitest'
import type { Formula, MakeGrant, PolicyValues } from '../../../worker/contract/index.ts'
import { samplePolicy } from '../../../worker/contract/index.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf, done } from '../../support/crew.ts'
import { expectSound } from '../../support/ledger.ts'
import { decision, idOf, letter } from '../../support/steps.ts'
import { findings, tamper } from '../../support/tamper.ts'
import { refused } from '../../support/traces.ts'

const three = { members: [{ name: '张强', relation: '丈夫' }, { name: '张小雨', relation: '女儿' }] }
const counted = (kind: 'months' | 'days', persons: number, count: number, base: 'urban' | 'rural' = 'urban'): Formula => ({ kind, base, persons, count })
const wish = (amountFen: number, formula: Formula, change: Partial<MakeGrant> = {}) => decision({ track: 'urgent', amountFen, formula, ...change })

/** A county whose townships may give up to 5,000.00 from the next day on, and one accepted household of three. */
async function gansu(change: Partial<PolicyValues> = {}) {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [maker, checker, signer, crew] = await Promise.all([
    county.phone('county-jiuzhu'), county.phone('county-caizheng'), county.phone('county-lingdao'), crewOf(county),
  ])
  const values = { ...samplePolicy, urgentCeilingFen: 500_000, ...change }
  const draft = idOf(await done(maker.post('/policy/drafts', { fromOn: '2026-09-29', values })), 'draftId')
  await done(checker.post(`/policy/drafts/${draft}/publication`, {}))
  await done(signer.post('/letters', letter(crew.township, { ceilingFen: 500_000 })))
  const request = await crew.accepted({}, { household: three })
  county.setClock('2026-09-29T02:00:00.000Z')
  await crew.deputy.signInAgain()
  const decide = (body: MakeGrant) => crew.deputy.post(`/requests/${request}/grant`, body)
  const formulaShown = async () => ((await crew.deputy.get(`/requests/${request}`)).body.grants as { formula: object | null }[])[0]?.formula
  return { county, crew, request, decide, formulaShown }
}

it('scenario 35: 828 x 3 persons x 2 months is 4,968.00, stamped in the decision', async () => {
  const { county, decide, formulaShown } = await gansu()
  expect((await done(decide(wish(496_800, counted('months', 3, 2))))).body).toMatchObject({ amountFen: 496_800 })
  expect(await formulaShown()).toEqual({ kind: 'months', base: 'urban', persons: 3, count: 2, words: '828.00 × 3 人 × 2 个月 = 4,968.00 元' })
  expectSound(county)
})

it('scenario 35: seven months and a light emergency of 801 are refused, and nothing is written', async () => {
  const { county, decide, formulaShown } = await gansu()
  await refused(county, 'formula_months', () => decide(wish(579_600, counted('months', 1, 7))))
  expect((await refused(county, 'light_cap', () => decide(wish(80_100, { kind: 'light' })))).problem).toMatchObject({ limitFen: 80_000 })
  await done(decide(wish(80_000, { kind: 'light' })))
  expect(await formulaShown()).toEqual({ kind: 'light', base: null, persons: null, count: null, words: '轻微急难,最多 800.00 元' })
})

it('a sum that the formula does not come to is refused with what it comes to', async () => {
  const { county, decide } = await gansu()
  const { problem } = await refused(county, 'formula_sum', () => decide(wish(496_801, counted('months', 3, 2))))
  expect(problem).toMatchObject({ limitFen: 496_800, rules: ['N-31', 'F-1'] })
  await refused(county, 'formula_days', () => decide(wish(1, counted('days', 1, 181))))
  await refused(county, 'formula_persons', () => decide(wish(331_200, counted('months', 4, 1))))
  await refused(county, 'county_turn', () => decide(wish(993_600, counted('months', 3, 4))))
})

it('days are thirtieths of the month; the country has its own standard', async () => {
  const { decide, formulaShown } = await gansu()
  await done(decide(wish(43_120, counted('days', 3, 7, 'rural'))))
  expect(await formulaShown()).toMatchObject({ base: 'rural', words: '616.00 × 3 人 × 7 天 ÷ 30 = 431.20 元' })
})

it('a county that counts by household counts it once, and one with one standard has it in the country too', async () => {
  const { county, decide, formulaShown } = await gansu({ formulaBasis: 'per_household', ruralDibaoFen: null })
  await refused(county, 'formula_persons', () => decide(wish(165_600, counted('months', 2, 1))))
  await done(decide(wish(165_600, counted('months', 1, 2, 'rural'))))
  expect(await formulaShown()).toMatchObject({ words: '828.00 × 1 户 × 2 个月 = 1,656.00 元' })
})

it('a sum that was set outright has no formula', async () => {
  const { decide, formulaShown } = await gansu()
  await done(decide(decision()))
  expect(await formulaShown()).toBeNull()
})

it('what was counted stays as it was: verify finds a formula that was changed', async () => {
  const { county, decide } = await gansu()
  await done(decide(wish(496_800, counted('months', 3, 2))))
  expect(findings(county.path)).toEqual([])
  tamper(county.path, 'grants', 'UPDATE grants SET formula_persons = 2, formula_count = 3')
  expect(findings(county.path)).toContainEqual(expect.stringMatching(/every decision is what its entry says: grant .* was changed/))
})

it.each<[string, unknown, string]>([
  ['no kind', {}, '请选择按月、按天或轻微急难'],
  ['half a person', { ...counted('months', 1, 1), persons: 1.5 }, '要写成整数,不能写成 1.5'],
  ['nobody', counted('months', 0, 1), '至少 1 人'],
  ['no month', counted('months', 1, 0), '至少 1'],
  ['no standard', { kind: 'days', persons: 1, count: 1 }, '请选择城镇或农村低保'],
  ['a light one that counts', { kind: 'light', count: 2 }, 'count'],
])('%s is told in Chinese at its field', async (_, formula, message) => {
  const { county, decide } = await gansu()
  const { problem } = await refused(county, 'input', () => decide(wish(82_800, formula as Formula)))
  expect(problem.fields).toMatchObject([{ message: expect.stringContaining(message) }])
})
