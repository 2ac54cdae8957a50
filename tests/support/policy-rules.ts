import { samplePolicy } from '../../worker/contract/index.ts'
import type { Crew } from './crew.ts'
import type { Rule } from './rule.ts'
import { each } from './rule.ts'
import { idOf } from './steps.ts'

let drafts = 0
/** Each draft of another day: a day has one version. */
export const drafted = async ({ county }: Crew) => {
  drafts += 1
  const fromOn = new Date(Date.UTC(2027, 0, drafts)).toISOString().slice(0, 10)
  return idOf(await (await county.phone('county-jiuzhu')).post('/policy/drafts', { fromOn, values: samplePolicy }), 'draftId')
}

/** Who may draft and publish the county's policy, written by hand. */
export const policyRules: Record<string, Rule> = {
  'policy.versions': { call: () => ({ path: '/policy/versions' }), others: 200, nobody: 200 },
  'policy.drafts': { call: () => ({ path: '/policy/drafts' }), may: each(['county_assistance', 'county_finance', 'auditor'], 200) },
  'policy.draft': {
    call: () => ({ path: '/policy/drafts', body: { fromOn: '2027-07-01', values: samplePolicy } }),
    may: { county_assistance: 201 },
  },
  'policy.preview': {
    call: async (crew) => ({ path: `/policy/drafts/${await drafted(crew)}/preview` }),
    may: each(['county_assistance', 'county_finance', 'auditor'], 200),
  },
  'policy.publish': {
    call: async (crew) => ({ path: `/policy/drafts/${await drafted(crew)}/publication`, body: {} }),
    may: { county_finance: 201 },
  },
  'policy.dismiss': {
    call: async (crew) => ({ path: `/policy/drafts/${await drafted(crew)}/dismissal`, body: { reason: '再议' } }),
    may: each(['county_assistance', 'county_finance'], 201),
  },
}
