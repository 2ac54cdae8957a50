import type { Crew } from './crew.ts'
import type { Rule } from './rule.ts'
import { each, handlers } from './rule.ts'
import { ask } from './steps.ts'

const personOf = async (crew: Crew) =>
  String((await crew.caseworker.get(`/requests/${await crew.accepted({ phone: '13900000021' }, { household: { newBecause: '同用一部电话' } })}`)).body.personId)

/** Who may do what with personal data, written by hand. */
export const privacyRules: Record<string, Rule> = {
  'privacy.reveal': {
    call: async (crew) => ({
      path: `/persons/${await personOf(crew)}/reveals`,
      body: { field: 'phone', reason: '打电话核实' },
    }),
    // the county's leader decides from the file, and asks the assistance office for a number
    may: each(handlers.filter((kind) => kind !== 'county_leader'), 201),
  },
  'privacy.reveals': { call: () => ({ path: '/reveals' }), may: each(['leader', 'auditor', 'audit_admin'], 200), elsewhere: 200 },
  'privacy.review': {
    call: async (crew) => {
      const made = await crew.caseworker.post(`/persons/${await personOf(crew)}/reveals`, { field: 'phone', reason: '打电话核实' })
      const { items } = (await crew.leader.get('/reveals')).body as { items: { id: string; officerId: string }[] }
      return { path: `/officers/${items.find(({ id }) => id === made.body.id)?.officerId}/reveal-reviews`, body: {} }
    },
    may: each(['leader', 'audit_admin'], 201),
  },
  'privacy.ownConsents': { call: () => ({ path: '/own/consents' }), others: 200 },
  'privacy.withdrawConsent': {
    call: async (crew) => {
      const wang = await crew.county.phone('wang-xiulan')
      await wang.post('/requests', ask({ notices: { privacy: '2026-11', sensitive: '2026-11' } }))
      const { items } = (await wang.get('/own/consents')).body as { items: { id: string; kind: string }[] }
      return { path: `/own/consents/${items.find(({ kind }) => kind === 'sensitive')?.id}/withdrawal`, body: {} }
    },
    others: 'not_found',
  },
  'requests.giveNotice': {
    call: async (crew) => ({ path: `/requests/${await crew.accepted()}/notice`, body: { told: 'self' } }),
    may: { caseworker: 201 },
  },
  'privacy.ownData': { call: () => ({ path: '/own/data' }), others: 200 },
  'privacy.ownReveals': { call: () => ({ path: '/own/reveals' }), others: 200 },
}
