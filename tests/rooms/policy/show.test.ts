import { expect, it } from 'vitest'
import { samplePolicy } from '../../../worker/contract/index.ts'
import { newCounty } from '../../support/county.ts'

it('anybody reads the rules in force, without signing in', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const reply = await county.app.request('/api/policy')
  expect(reply.status).toBe(200)
  expect(await reply.json()).toEqual({ version: 1, fromOn: '2026-08-29', ...samplePolicy, refusalCodes: samplePolicy.refusalCodes.toSorted() })
  expect(samplePolicy).toMatchObject({
    dibaoFen: 82_800, smallCapFen: 82_800, urgentCeilingFen: 300_000, cashCapFen: 100_000, smallHours: 72, urgentHours: 24,
    standardDays: 20, explanationDays: 5, sameCausePerYear: 1, householdPerYear: 2,
  })
})

it('a new version counts from its Beijing day on, not before', async () => {
  const county = await newCounty('2026-12-31T15:59:59.000Z')
  const kept = `small_hours, urgent_hours, standard_days, explanation_days, same_cause_per_year, household_per_year,
    low_fund_percent, year_end, journal_id`
  const sql = `INSERT INTO policies (version, from_on, dibao_fen, small_cap_fen, urgent_ceiling_fen, cash_cap_fen, ${kept})
    SELECT 2, '2027-01-01', 90000, 90000, 300000, 100000, ${kept} FROM policies`
  await county.services.db.write([], () => ({ answer: undefined, statements: [{ sql, args: [] }] }))
  const version = async () => ((await (await county.app.request('/api/policy')).json()) as { version: number }).version
  expect(await version()).toBe(1)
  county.setClock('2026-12-31T16:00:00.000Z')
  expect(await version()).toBe(2)
})
