import { describe, expect, it } from 'vitest'
import { postKinds } from '../worker/contract/index.ts'
import { routes } from '../worker/app.ts'
import { newCounty } from './support/county.ts'
import type { Crew } from './support/crew.ts'
import { crewOf, forSomebody } from './support/crew.ts'
import { householdRules } from './support/household-rules.ts'
import { countyRules } from './support/county-rules.ts'
import { moneyRules } from './support/money-rules.ts'
import { fieldRows } from './support/matrix-fields.ts'
import type { Seen } from './support/matrix-page.ts'
import { matrixPage } from './support/matrix-page.ts'
import { Phone } from './support/phone.ts'
import { isTownship, openidOf, openids } from './support/posted.ts'
import { privacyRules } from './support/privacy-rules.ts'
import { policyRules } from './support/policy-rules.ts'
import type { Outcome, Rule } from './support/rule.ts'
import { each, handlers, officers, order, readers } from './support/rule.ts'
import { calendarRules, standardRules } from './support/standard-rules.ts'
import { acceptance, ask, decision, idOf, payee, pixel } from './support/steps.ts'

const unknownPhoto = { photoIds: ['evi_0000000000000000'] }
const words = { items: [{ kind: 'NARRATIVE', text: '情况说明' }] }
const askedDesk = async (crew: Crew) => (await crew.grid.post('/desk-sign-ins', { device: 'Chrome,Windows' })).body
const invitation = { name: '赵新来', kind: 'cashier', townshipCode: '990101001' }
/** A post that ends without leaving anybody of the test without his. */
async function aPost({ county }: Crew): Promise<string> {
  const { code } = (await (await county.phone('county-anquan')).post('/invitations', { ...invitation, kind: 'grid_worker' })).body
  return idOf(await (await county.phone('batu')).post('/post-bindings', { bindingCode: code }), 'id')
}
const everybody = { others: 200, nobody: 200 }
/** What the county does in its own fund it does not do in a township's. */
const county = each(['county_assistance', 'county_leader'], 'post_required')

/** Who may do what, written by hand (DESIGN 5 and 6): a route without a row here fails. */
const rules: Record<string, Rule> = {
  'identity.signIn': { call: () => ({ path: '/sessions', body: { code: 'demo-batu' } }), others: 201, nobody: 201 },
  'identity.whoAmI': { call: () => ({ path: '/session' }), others: 200 },
  'identity.signOut': { call: () => ({ path: '/session/end', body: {} }), others: 200 },
  'identity.listSessions': { call: () => ({ path: '/sessions' }), others: 200 },
  'identity.endSession': { call: () => ({ path: '/sessions/ses_0000000000000000/end', body: {} }), others: 'not_found' },
  'identity.endEverywhere': { call: () => ({ path: '/session/end-everywhere', body: {} }), others: 200 },
  'identity.listOfficers': { call: () => ({ path: '/officers' }), may: { security_admin: 200 } },
  'identity.endSessionsOf': {
    call: async (crew) => ({ path: `/officers/${String(((await (await crew.county.phone('zhang-dama')).get('/session')).body.person as { id: string }).id)}/sessions/end`, body: {} }),
    may: { security_admin: 200 },
  },
  'identity.askDesk': { call: () => ({ path: '/desk-sign-ins', body: { device: 'Chrome,Windows' } }), others: 201, nobody: 201 },
  'identity.collectDesk': { call: () => ({ path: '/desk-sign-ins/ask_0000000000000000/session', body: { secret: 'x'.repeat(43) } }), ...everybody },
  'identity.lookAtDesk': {
    call: async (crew) => ({ path: '/desk-sign-ins/look', body: { proof: String((await askedDesk(crew)).qr) } }),
    may: each(postKinds, 200), elsewhere: 200,
  },
  'identity.answerDesk': {
    call: async (crew) => ({ path: `/desk-sign-ins/${idOf(await crew.grid.post('/desk-sign-ins', { device: 'Chrome,Windows' }))}/answer`, body: { answer: 'refused' } }),
    may: each(postKinds, 201), elsewhere: 201,
  },
  'identity.viewSecond': { call: () => ({ path: '/session/second' }), may: each(postKinds, 200), elsewhere: 200 },
  'identity.proveSecond': { call: () => ({ path: '/session/second', body: { pin: '246810' } }), may: each(postKinds, 200), elsewhere: 200 },
  'identity.setPin': { call: () => ({ path: '/session/pin', body: { pin: '246810', oldPin: '246810' } }), may: each(postKinds, 200), elsewhere: 200 },
  'identity.resetPin': {
    call: async (crew) => ({ path: `/officers/${String(((await (await crew.county.phone('zhang-dama')).get('/session')).body.person as { id: string }).id)}/pin/reset`, body: {} }),
    may: { security_admin: 'pin_unset' },
  },
  'identity.askPhone': { call: () => ({ path: '/session/phone', body: { code: 'phone-batu' } }), others: 200 },
  'identity.listTownships': { call: () => ({ path: '/townships' }), ...everybody },
  'identity.demoPeople': { call: () => ({ path: '/demo/people' }), ...everybody },
  'posts.list': { call: () => ({ path: '/posts?area=990101001' }), may: each(['security_admin', 'audit_admin'], 200) },
  'posts.invite': { call: () => ({ path: '/invitations', body: invitation }), may: { security_admin: 201 } },
  'posts.withdraw': {
    call: async (crew) => ({ path: `/invitations/${idOf(await (await crew.county.phone('county-anquan')).post('/invitations', invitation), 'id')}/withdrawal`, body: {} }),
    may: { security_admin: 201 },
  },
  'posts.bind': { call: () => ({ path: '/post-bindings', body: { bindingCode: '000000000000' } }), others: 'invitation_unknown' },
  'posts.endPost': { call: async (crew) => ({ path: `/posts/${await aPost(crew)}/ending`, body: { reason: '调离' } }), may: { security_admin: 201 } },
  ...policyRules,
  'policy.show': { call: () => ({ path: '/policy' }), ...everybody },
  'evidence.store': { call: () => ({ path: '/evidence', body: pixel }), others: 201 },
  'evidence.show': {
    call: async (crew) => {
      const photo = idOf(await crew.coordinator.photo(pixel), 'evidenceId')
      await crew.coordinator.post('/requests', forSomebody(crew.township, { photoIds: [photo] }))
      return { path: `/evidence/${photo}` }
    },
    may: each([...handlers, 'coordinator'], 200),
    elsewhere: 'not_found',
    others: 'not_found',
  },
  'requests.submit': { call: () => ({ path: '/requests', body: ask() }), others: 201 },
  'requests.addPhotos': {
    call: async (crew) => ({ path: `/requests/${await crew.accepted()}/photos`, body: unknownPhoto }),
    may: each(['coordinator', ...officers, 'cashier'], 'evidence_unknown'),
    others: 'out_of_scope',
  },
  'requests.accept': {
    call: async (crew) => ({
      path: `/requests/${idOf(await crew.coordinator.post('/requests', forSomebody(crew.township)))}/acceptance`,
      body: acceptance(),
    }),
    may: { caseworker: 201 },
  },
  'requests.setPayee': {
    call: async (crew) => ({ path: `/requests/${await crew.accepted()}/payee`, body: payee }),
    may: { caseworker: 201 },
    elsewhere: 'post_required',
  },
  'requests.refuse': {
    call: async (crew) => ({
      path: `/requests/${await crew.accepted()}/refusal`,
      body: { code: 'NOT_URGENT', facts: '伤势轻微', reason: '不属于急难' },
    }),
    may: { ...each(officers, 201), ...each(['county_assistance', 'county_leader'], 'post_required') },
  },
  'requests.withdraw': {
    call: async (crew) => ({ path: `/requests/${await crew.accepted()}/withdrawal`, body: {} }),
    may: { coordinator: 201 },
    others: 'out_of_scope',
  },
  'requests.escalate': {
    call: async (crew) => ({
      path: `/requests/${await crew.accepted()}/escalation`,
      body: { code: 'OTHER', reason: '情况特殊' },
    }),
    may: each(officers, 201),
  },
  ...householdRules,
  ...countyRules,
  ...moneyRules,
  ...privacyRules,
  ...standardRules,
  ...calendarRules,
  'explanations.file': {
    call: async (crew) => ({
      path: `/grants/${(await crew.paid({ track: 'urgent' })).grant}/explanation`,
      body: words,
    }),
    may: each(['coordinator', ...officers, 'cashier'], 200),
    elsewhere: 'post_required',
  },
  'explanations.accept': {
    call: async (crew) => ({ path: `/grants/${(await crew.paid()).grant}/explanation/acceptance`, body: {} }),
    may: { ...each(['finance_reviewer', 'caseworker', 'leader'], 201), deputy_leader: 'same_person', ...county },
  },
  'explanations.sendBack': {
    call: async (crew) => ({
      path: `/grants/${(await crew.paid()).grant}/explanation/return`,
      body: { reason: '看不清' },
    }),
    may: { ...each(['finance_reviewer', 'caseworker', 'leader'], 201), deputy_leader: 'same_person', ...county },
  },
  'grants.decide': {
    call: async (crew) => ({ path: `/requests/${await crew.accepted()}/grant`, body: decision({ amountFen: 1 }) }),
    may: each(['deputy_leader', 'leader'], 201),
  },
  'grants.cancel': {
    call: async (crew) => ({ path: `/grants/${(await crew.granted()).grant}/cancellation`, body: { reason: '写错' } }),
    may: { deputy_leader: 201, leader: 'not_your_decision', county_leader: 'not_your_decision' },
  },
  'grants.send': {
    call: async (crew) => ({ path: `${(await crew.granted()).payout}/sending`, body: {} }),
    may: { cashier: 201, county_finance: 'post_required' },
  },
  'grants.pay': {
    call: async (crew) => ({ path: `${(await crew.sent()).payout}/payment`, body: { bankSerial: order().bankSerial } }),
    may: { cashier: 201, ...each(['caseworker', 'county_finance'], 'post_required') },
  },
  'grants.countersign': {
    call: async (crew) => ({ path: `${(await crew.handed()).payout}/countersignature`, body: {} }),
    may: { caseworker: 201, finance_reviewer: 201, cashier: 'second_person_required' },
  },
  'cases.list': { call: () => ({ path: '/requests?queue=all' }), may: each(readers, 200), elsewhere: 200 },
  'cases.view': {
    call: async (crew) => ({ path: `/requests/${await crew.accepted()}` }),
    may: each([...readers, 'coordinator'], 200),
    elsewhere: 'not_found',
    others: 'not_found',
  },
  'cases.chain': {
    call: async (crew) => {
      const { household } = (await crew.caseworker.get(`/requests/${await crew.accepted()}`)).body as {
        household: { id: string }
      }
      return { path: `/households/${household.id}/chain` }
    },
    may: each(readers, 200),
    elsewhere: 'not_found',
    others: 'not_found',
  },
  'rounds.system': {
    call: () => ({ path: '/system' }),
    may: each(['finance_reviewer', 'county_assistance', 'county_finance', 'auditor', 'system_admin', 'security_admin', 'audit_admin'], 200),
    elsewhere: 200,
  },
  'oversight.checks': {
    call: () => ({ path: '/checks' }),
    may: each(['county_leader', 'county_assistance', 'county_finance', 'auditor', 'system_admin', 'security_admin', 'audit_admin'], 200),
  },
  'oversight.journal': { call: () => ({ path: '/journal' }), may: each(['audit_admin', 'auditor'], 200) },
  'cases.todo': { call: () => ({ path: '/todo' }), others: 200 },
}

/** What every cell of this run got: printed as a page at the end. */
const matrix = new Map<string, Seen>()

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  it(`${route.action}: each post here and next door, no login, no post, an ended post, an old session`, async () => {
    const rule = rules[route.action]
    if (!rule) throw new Error(`${route.action} has no rule in tests/permissions.test.ts: say who may`)
    const county = await newCounty('2026-09-28T02:00:00.000Z')
    const expired = await county.phone('t01-zhuyao')
    county.setClock('2026-09-28T14:00:00.000Z')
    const crew = await crewOf(county)
    for (const kind of postKinds.filter((one) => !one.endsWith('_admin'))) await county.appoint('li-jianguo', kind, isTownship(kind) ? crew.township : null)
    await county.dismiss('li-jianguo')
    let call = await rule.call(crew)
    const outcomeFor = async (phone: Phone): Promise<Outcome> => {
      const reply =
        route.body === 'photo'
          ? await phone.photo(pixel)
          : route.body === 'sheet'
            ? await phone.file(call.path, call.body as Uint8Array)
          : route.method === 'GET'
            ? await phone.get(call.path)
            : route.method === 'PUT'
              ? await phone.put(call.path, call.body)
              : await phone.post(call.path, call.body)
      if (reply.status < 300 && route.method !== 'GET') call = await rule.call(crew)
      return reply.status < 300 ? reply.status : reply.problem.code
    }

    const seen: Record<string, Outcome> = {}
    const wanted: Record<string, Outcome> = {}
    const others = rule.others ?? 'post_required'
    for (const kind of postKinds) {
      wanted[kind] = rule.may?.[kind] ?? others
      seen[kind] = await outcomeFor(await county.phone(openidOf(kind)))
      if (!isTownship(kind)) continue
      wanted[`${kind} next door`] =
        rule.may?.[kind] === undefined
          ? others
          : (rule.elsewhere ?? (Array.isArray(route.posts) ? 'out_of_scope' : others))
      seen[`${kind} next door`] = await outcomeFor(await county.phone(`t02-${openids[kind]}`))
    }
    for (const [who, openid] of [
      ['an applicant', 'batu'],
      ['an ended post', 'li-jianguo'],
    ] as const) {
      wanted[who] = others
      seen[who] = await outcomeFor(await county.phone(openid))
    }
    wanted['no login'] = wanted['an expired session'] = rule.nobody ?? 'signed_out'
    seen['no login'] = await outcomeFor(Phone.stranger((request) => county.app.fetch(request)))
    seen['an expired session'] = await outcomeFor(expired)
    expect(seen).toEqual(wanted)
    matrix.set(route.action, seen)
  })
})

it('the matrix stands as a page beside the contract, as this run saw it', async () => {
  const page = matrixPage(routes, matrix, await fieldRows(await newCounty('2026-09-28T02:00:00.000Z'), openidOf))
  await expect(page).toMatchFileSnapshot('../worker/contract/PERMISSIONS.md')
})

it('every rule belongs to a route, and every list of posts in the table is kept by its rule', () => {
  expect(Object.keys(rules).sort()).toEqual(routes.map(({ action }) => action).sort())
  for (const { action, posts } of routes) {
    if (typeof posts === 'string') continue
    expect(Object.keys(rules[action]?.may ?? {}).sort(), action).toEqual([...posts].sort())
  }
})

it('what is no route is not found, whatever the method; a wrong method on a route is named', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  for (const [method, path, code] of [
    ['GET', '/persons', 'not_found'],
    ['DELETE', '/persons', 'not_found'],
    ['DELETE', '/requests', 'method_wrong'],
    ['PUT', '/policy', 'method_wrong'],
    ['POST', '/funds', 'method_wrong'],
    ['PATCH', '/session', 'method_wrong'],
    ['GET', '/.env', 'not_found'],
  ] as const) {
    expect((await wang.send(method, path)).problem.code, `${method} ${path}`).toBe(code)
  }
})
