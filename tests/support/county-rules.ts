import type { Rule } from './rule.ts'
import { each, readers } from './rule.ts'
import { forCounty, idOf, letter } from './steps.ts'

/** Who may do what at the county, written by hand: its letters, and what a township may not decide. */
export const countyRules: Record<string, Rule> = {
  'identity.listLetters': { call: () => ({ path: '/letters' }), may: each(readers, 200), elsewhere: 200 },
  'identity.issueLetter': { call: (crew) => ({ path: '/letters', body: letter(crew.township) }), may: { county_leader: 201 } },
  'identity.revokeLetter': {
    call: async (crew) => {
      const signer = await crew.county.phone('county-lingdao')
      const id = idOf(await signer.post('/letters', letter(crew.township)), 'letterId')
      return { path: `/letters/${id}/revocation`, body: { reason: '换新的' } }
    },
    may: { county_leader: 201 },
  },
  'requests.handBack': {
    call: async (crew) => ({ path: `/requests/${await crew.escalated()}/hand-back`, body: { reason: '已拨款补足' } }),
    may: each(['county_assistance', 'county_leader'], 201),
  },
  'grants.proposeCounty': {
    call: async (crew) => ({ path: `/requests/${await crew.escalated()}/county-proposal`, body: forCounty() }),
    may: { county_assistance: 201 },
  },
  'grants.confirmCounty': {
    call: async (crew) => {
      const request = await crew.escalated()
      await (await crew.county.phone('county-jiuzhu')).post(`/requests/${request}/county-proposal`, forCounty())
      return { path: `/requests/${request}/county-grant`, body: { proposal: 1, reason: '同意' } }
    },
    may: { county_leader: 201 },
  },
}
