import { expect, it } from 'vitest'
import { samplePolicy } from '../../worker/contract/index.ts'
import { timed } from '../../worker/identity/index.ts'
import { statement } from '../../worker/platform/index.ts'
import { policyInserts } from '../../worker/policy/index.ts'
import type { TestCounty } from '../support/county.ts'
import { newCounty } from '../support/county.ts'
import { ask } from '../support/steps.ts'
import { findings, tamper } from '../support/tamper.ts'

/** A change that needs no person: the next version of the rules, for next year. */
const nextPolicy = (county: TestCounty, version?: number) =>
  timed(county.services, {
    action: 'policy.renew',
    chain: statement("'county'"),
    facts: { last: statement('SELECT max(version) AS version FROM policies') },
    plan: ({ last }, step) => {
      const next = version ?? Number(last[0]?.version) + 1
      const statements = policyInserts(next, `2027-01-${String(next).padStart(2, '0')}`, samplePolicy, step.journalId)
      return { object: `policy ${next}`, statements, answer: next }
    },
  })
const countyJournal = (county: TestCounty) =>
  county.rows("SELECT person_id, post, action, object, outcome FROM journal WHERE chain = 'county' ORDER BY seq DESC LIMIT 1")
const journalCount = async (county: TestCounty) => Number((await county.rows('SELECT count(*) AS n FROM journal'))[0]?.n)

it('the timer’s change is journaled in nobody’s name, and the journal holds every row of it', async () => {
  const county = await newCounty()
  expect(await nextPolicy(county)).toBe(2)
  expect(await countyJournal(county)).toEqual(
    [{ person_id: null, post: 'timer', action: 'policy.renew', object: 'policy 2', outcome: 'done' }])
  expect(findings(county.path)).toEqual([])
  tamper(county.path, 'policies', 'UPDATE policies SET explanation_days = 6 WHERE version = 2')
  expect(findings(county.path).join('\n')).toMatch(/policy\.renew of policy 2 .*a row that it wrote was changed/)
})

it('nothing to do writes nothing; a refusal of the schema or a chain that is not there leaves nothing', async () => {
  const county = await newCounty()
  const before = await journalCount(county)
  const idle = await timed(county.services, { action: 'nothing', chain: statement("'county'"), facts: {}, plan: () => null })
  expect(idle).toBeNull()
  await expect(nextPolicy(county, 1)).rejects.toMatchObject({ code: 'append_only' })
  await expect(timed(county.services, {
    action: 'nothing', chain: statement("SELECT code FROM townships WHERE code = 'nowhere'"), facts: {}, plan: () => null,
  })).rejects.toMatchObject({ code: 'not_found' })
  expect(await journalCount(county)).toBe(before)
})

it('among people’s changes the chains stay gapless', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const replies = await Promise.all(
    Array.from({ length: 6 }, async () => [await nextPolicy(county), (await wang.post('/requests', ask())).status] as const))
  expect(replies.map(([version]) => version).toSorted()).toEqual([2, 3, 4, 5, 6, 7])
  expect(findings(county.path)).toEqual([])
})
