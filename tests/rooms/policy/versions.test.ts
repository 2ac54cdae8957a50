import { expect, it } from 'vitest'
import { LocalConnection } from '../../../db/local-connection.ts'
import { quotaFen, townshipSeeds } from '../../../db/seed/places.ts'
import type { PolicyValues } from '../../../worker/contract/index.ts'
import { policyLines, samplePolicy } from '../../../worker/contract/index.ts'
import { beijingDay } from '../../../worker/platform/index.ts'
import { policyFact, policyInserts, policyOf } from '../../../worker/policy/index.ts'
import type { TestCounty } from '../../support/county.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'

const at = '2026-09-28T02:00:00.000Z'

/** What the schema says to one more version; it stays only where it is asked to. */
function saysTo(county: TestCounty, fromOn: string, change: Partial<PolicyValues>, keep = false): string {
  const plain = new LocalConnection(county.path, 'writer')
  plain.exec('PRAGMA foreign_keys = ON; BEGIN IMMEDIATE')
  try {
    const [{ journal, version } = {}] = plain.run({ sql: 'SELECT (SELECT journal_id FROM policies) AS journal, max(version) + 1 AS version FROM policies', args: [] })
    plain.run({ sql: `INSERT INTO journal SELECT 'jrn_next' || seq, chain, seq + 1, '${at}', person_id, post, device, 'county.found', object, outcome, problem, after_hash,
      request_id, hash, hash FROM journal WHERE chain = (SELECT chain FROM journal WHERE id = ?) ORDER BY seq DESC LIMIT 1`, args: [String(journal)] })
    const [{ act } = {}] = plain.run({ sql: "SELECT id AS act FROM journal WHERE id LIKE 'jrn_next%' ORDER BY seq DESC LIMIT 1", args: [] })
    for (const each of policyInserts(Number(version), fromOn, { ...samplePolicy, ...change }, String(act))) plain.run(each)
    plain.exec(keep ? 'COMMIT' : 'ROLLBACK')
    return 'taken'
  } catch (error) {
    plain.exec('ROLLBACK')
    return (error as Error).message.replace(/^(CHECK) constraint failed: (\w+).*/s, '$1 $2')
  } finally {
    plain.close()
  }
}

it('a bad version is refused with the word of its line', async () => {
  const county = await newCounty(at)
  const cases: Record<string, [string, Partial<PolicyValues>, string?]> = {
    'the sample again, from tomorrow': ['taken', {}],
    'from today': ['policy_past', {}, '2026-09-28'],
    'from yesterday': ['policy_past', {}, '2026-09-27'],
    'from the day of another version': ['policy_dates', {}, '2026-08-29'],
    'a small cap a fen over one month': ['policy_small_cap', { smallCapFen: 82_801 }],
    'the township’s ceiling at the county’s cap': ['taken', { urgentCeilingFen: 828_000 }],
    'the township’s ceiling a fen over the county’s cap': ['policy_ceiling', { urgentCeilingFen: 828_001 }],
    'the township’s ceiling under the small cap': ['policy_ceiling_low', { urgentCeilingFen: 82_799 }],
    'seven months': ['policy_months', { monthsMax: 7 }],
    'more months at least than at most': ['policy_months', { monthsMin: 4, monthsMax: 3 }],
    'one day of publicity': ['policy_publicity', { publicityDays: 1 }],
    'two days of publicity': ['taken', { publicityDays: 2 }],
    'a small grant in 73 hours': ['policy_small_hours', { smallHours: 73 }],
    'a tier over the cap': ['policy_tier', { tiersFen: [27_600, 82_801] }],
    'tiers that fall': ['policy_tier', { tiersFen: [55_200, 27_600] }],
    'a tier twice': ['policy_tier', { tiersFen: [27_600, 27_600] }],
    'less for more people': ['policy_quota', { quotas: [{ fromPopulation: 0, fen: 5_000_000 }, { fromPopulation: 10_000, fen: 3_000_000 }] }],
    'names of emergencies': ['CHECK publish_emergency_names', { publishEmergencyNames: 1 as 0 }],
  }
  const said = Object.entries(cases).map(([name, [, change, from = '2026-09-29']]) => [name, saysTo(county, from, change)])
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(Object.entries(cases).map(([name, [word]]) => [name, word])))
})

it('the newest version whose Beijing day has come is in force, whichever was written last', async () => {
  const county = await newCounty(at)
  expect(saysTo(county, '2027-07-01', { dibaoFen: 90_000, smallCapFen: 90_000 }, true)).toBe('taken')
  expect(saysTo(county, '2027-01-01', { householdPerYear: 3 }, true)).toBe('taken')
  const inForce = async (instant: string) => policyOf((await county.services.db.read([policyFact(beijingDay(new Date(instant)))]))[0]?.[0])
  expect(await inForce('2026-12-31T15:59:59.999Z')).toMatchObject({ version: 1, dibaoFen: 82_800, householdPerYear: 2 })
  expect(await inForce('2026-12-31T16:00:00.000Z')).toMatchObject({ version: 3, dibaoFen: 82_800, householdPerYear: 3 })
  expect(await inForce('2027-06-30T15:59:59.999Z')).toMatchObject({ version: 3 })
  expect(await inForce('2027-06-30T16:00:00.000Z')).toMatchObject({ version: 2, dibaoFen: 90_000, smallCapFen: 90_000, householdPerYear: 2 })
})

it('scenario 37: the quota follows the class of population, at the edge too', async () => {
  const county = await newCounty(at)
  const quotas = await county.rows('SELECT t.population, q.fen FROM class_quotas q JOIN townships t ON t.code = q.township_code WHERE version = 1')
  expect(quotas).toHaveLength(townshipSeeds.length)
  const of = (population: number) => quotas.find((row) => row.population === population)?.fen
  expect([of(9_999), of(10_000), of(29_999), of(30_000)]).toEqual([3_000_000, 5_000_000, 5_000_000, 8_000_000])
  for (const { population, fen } of quotas) expect(fen).toBe(quotaFen(Number(population)))
})

it('every column is a line that the desk knows, and every sample value lies in its range', async () => {
  const county = await newCounty(at)
  const columns = (await county.rows("SELECT name FROM pragma_table_info('policies')")).map(({ name }) => String(name))
  const known = policyLines.map(({ key }) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  expect(columns.toSorted()).toEqual(['version', 'from_on', 'journal_id', ...known].toSorted())
  const off = policyLines.filter(({ key, unit, min, max, choices }) => {
    const value = samplePolicy[key]
    return unit === 'choice' ? !Object.keys(choices ?? {}).includes(String(value)) : Number(value) < min || Number(value) > max
  })
  expect(off).toEqual([])
})

it('a refusal uses a reason that the policy in force knows', async () => {
  const county = await newCounty(at)
  expect(saysTo(county, '2026-09-29', { refusalCodes: ['OWN_MEANS'] }, true)).toBe('taken')
  const crew = await crewOf(county)
  const request = await crew.accepted()
  const body = (code: string) => ({ code, facts: '受伤轻微', reason: '不属于急难情形' })
  county.setClock('2026-09-28T16:00:00.000Z')
  const deputy = await county.phone('t01-fenguan')
  expect((await deputy.post(`/requests/${request}/refusal`, body('NOT_URGENT'))).problem.code).toBe('refusal_code_unused')
  expect((await deputy.post(`/requests/${request}/refusal`, body('OWN_MEANS'))).status).toBe(201)
})
