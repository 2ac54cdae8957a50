import type { Crew } from './crew.ts'
import type { Rule } from './rule.ts'
import { each, handlers } from './rule.ts'

const personOf = async (crew: Crew) =>
  String((await crew.caseworker.get(`/requests/${await crew.accepted({ phone: '13900000021' }, { household: { newBecause: '同用一部电话' } })}`)).body.personId)

/** Who may do what with personal data, written by hand. */
export const privacyRules: Record<string, Rule> = {
  'privacy.reveal': {
    call: async (crew) => ({
      path: `/persons/${await personOf(crew)}/reveals`,
      body: { field: 'phone', reason: '打电话核实' },
    }),
    may: each(handlers, 201),
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
  'privacy.ownReveals': { call: () => ({ path: '/own/reveals' }), others: 200 },
}
