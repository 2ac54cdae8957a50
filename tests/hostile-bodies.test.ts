import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { routes } from '../worker/app.ts'
import { samplePolicy } from '../worker/contract/index.ts'
import { drafted } from './support/policy-rules.ts'
import { newCounty } from './support/county.ts'
import type { Crew } from './support/crew.ts'
import { crewOf, forSomebody } from './support/crew.ts'
import { householdTargets } from './support/hostile-households.ts'
import type { Target } from './support/hostile-money.ts'
import { moneyTargets, much, order } from './support/hostile-money.ts'
import { postTargets } from './support/hostile-posts.ts'
import { signInTargets } from './support/hostile-signin.ts'
import { standardTargets } from './support/hostile-standard.ts'
import { acceptance, ask, decision, idOf, letter, payee, pixel } from './support/steps.ts'

const kin = { name: '刘海燕', relation: '表妹', post: '民政经办' }
const personal = { name: '王秀兰', idNumber: '990101197001010036', phone: '13900000001' }

/** A right body, and somebody whom the rules let come far but move no money: what is left to break is the body. */
const targets: Record<string, (crew: Crew) => Promise<Target>> = {
  ...signInTargets,
  ...postTargets,
  ...standardTargets,
  'identity.signIn': async ({ caseworker }) => ({
    phone: caseworker,
    path: '/sessions',
    body: { code: 'nobody', device: 'x' },
  }),
  'identity.signOut': async ({ grid }) => ({ phone: grid, path: '/session/end', body: { now: true } }),
  'identity.askPhone': async ({ caseworker }) => ({
    phone: caseworker,
    path: '/session/phone',
    body: { code: 'nobody' },
  }),
  'evidence.store': async ({ caseworker }) => ({ phone: caseworker, path: '/evidence', body: pixel }),
  'requests.submit': async ({ coordinator, township }) => ({
    phone: coordinator,
    path: '/requests',
    body: forSomebody(township, personal),
  }),
  'requests.addPhotos': async (crew) => ({
    phone: crew.caseworker,
    path: `/requests/${await crew.accepted()}/photos`,
    body: { photoIds: ['evi_0000000000000000'] },
  }),
  'requests.accept': async (crew) => ({
    phone: crew.caseworker,
    path: `/requests/${idOf(await crew.coordinator.post('/requests', forSomebody(crew.township)))}/acceptance`,
    body: acceptance({
      kin,
      ...personal,
      household: {
        householdId: 'hou_0000000000000000',
        members: [{ name: '王小宝', relation: '子', idNumber: '99010120151103001X' }],
      },
    }),
  }),
  'requests.setPayee': async (crew) => ({
    phone: crew.caseworker,
    path: `/requests/${await crew.accepted()}/payee`,
    body: { ...payee, authority: 'letter' },
  }),
  'requests.refuse': async (crew) => ({
    phone: crew.leader,
    path: `/requests/${await crew.accepted()}/refusal`,
    body: { code: 'NOT_URGENT', facts: '伤势轻微', reason: '不属于急难' },
  }),
  'requests.withdraw': async (crew) => ({
    phone: crew.coordinator,
    path: `/requests/${await crew.accepted()}/withdrawal`,
    body: { reason: '不用了' },
  }),
  'requests.handBack': async (crew) => ({
    phone: crew.leader,
    path: `/requests/${await crew.escalated()}/hand-back`,
    body: { reason: '退回乡镇办理' },
  }),
  'identity.issueLetter': async (crew) => ({ phone: crew.leader, path: '/letters', body: letter(crew.township) }),
  'identity.revokeLetter': async (crew) => ({
    phone: crew.leader,
    path: `/letters/${idOf(await (await crew.county.phone('county-lingdao')).post('/letters', letter(crew.township)), 'letterId')}/revocation`,
    body: { reason: '换新的' },
  }),
  'requests.escalate': async (crew) => ({
    phone: crew.leader,
    path: `/requests/${await crew.accepted()}/escalation`,
    body: { code: 'KIN', reason: '亲属' },
  }),
  ...householdTargets,
  'fund.allocate': async ({ county, fund }) => ({
    phone: await county.phone('county-caizheng'),
    path: `/funds/${fund}/allocations`,
    body: { ...order, on: '2026-09-28' },
  }),
  'fund.withdraw': async ({ cashier, fund }) => ({ phone: cashier, path: `/funds/${fund}/withdrawals`, body: order }),
  'fund.deposit': async ({ cashier, fund }) => ({ phone: cashier, path: `/funds/${fund}/deposits`, body: order }),
  'fund.undo': async ({ cashier, fund }) => ({
    phone: cashier,
    path: `/funds/${fund}/undos`,
    body: { entrySeq: 2, reason: '写错' },
  }),
  // more than there is: even the right body moves nothing
  'fund.confirm': async (crew) => ({
    phone: crew.reviewer,
    path: `${await crew.proposed(order)}/confirmation`,
    body: {},
  }),
  'fund.dismiss': async (crew) => ({
    phone: crew.cashier,
    path: `${await crew.proposed()}/dismissal`,
    body: { reason: '写错' },
  }),
  'policy.draft': async ({ county }) => ({
    phone: await county.phone('county-jiuzhu'),
    path: '/policy/drafts',
    body: { fromOn: '2027-07-01', values: samplePolicy },
  }),
  'policy.publish': async (crew) => ({
    phone: await crew.county.phone('county-caizheng'),
    path: `/policy/drafts/${await drafted(crew)}/publication`,
    body: {},
  }),
  'policy.dismiss': async (crew) => ({
    phone: await crew.county.phone('county-jiuzhu'),
    path: `/policy/drafts/${await drafted(crew)}/dismissal`,
    body: { reason: '写错' },
  }),
  'explanations.file': async (crew) => ({
    phone: crew.caseworker,
    path: `/grants/${(await crew.paid({ track: 'urgent' })).grant}/explanation`,
    body: { items: [{ kind: 'NARRATIVE', text: '说明', evidenceIds: ['evi_0000000000000000'] }] },
  }),
  'explanations.accept': async (crew) => ({
    phone: crew.deputy,
    path: `/grants/${(await crew.paid()).grant}/explanation/acceptance`,
    body: {},
  }),
  'explanations.sendBack': async (crew) => ({
    phone: crew.reviewer,
    path: `/grants/${(await crew.paid()).grant}/explanation/return`,
    body: { reason: '看不清' },
  }),
  'grants.decide': async (crew) => ({
    phone: crew.deputy,
    path: `/requests/${await crew.accepted({}, { kin })}/grant`,
    body: decision({ amountFen: much, goods: [{ name: '棉被', quantity: 4, valueFen: much }] }),
  }),
  'grants.cancel': async (crew) => ({
    phone: crew.leader,
    path: `/grants/${(await crew.granted()).grant}/cancellation`,
    body: { reason: '写错' },
  }),
  'grants.send': async (crew) => ({
    phone: crew.cashier,
    path: `${(await crew.granted({ channel: 'cash' })).payout}/sending`,
    body: {},
  }),
  'grants.pay': async (crew) => ({
    phone: crew.cashier,
    path: `${(await crew.granted()).payout}/payment`,
    body: { bankSerial: 'BK-0001', paidOn: '2026-09-28', slipEvidenceId: 'evi_0000000000000000' },
  }),
  'grants.countersign': async (crew) => ({
    phone: crew.cashier,
    path: `${(await crew.handed()).payout}/countersignature`,
    body: {},
  }),
  ...moneyTargets,
}

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    0,
    -1,
    -0,
    1.005,
    2 ** 53,
    -(2 ** 63),
    1e308,
    '１２',
    '1e3',
    '100',
    [],
    {},
    [[]],
    [null],
    { length: 1 },
    '\u0000',
    '\u202e王',
    '\ud800',
    "' OR 1=1--",
    "=cmd|'/C calc'!A0",
    '<script>',
    '../../etc/passwd',
    '%00',
    '${7*7}',
    '😀'.repeat(300),
    'x'.repeat(5_000),
    '9'.repeat(400),
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const names = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'role',
  'status',
  'fen',
  'personId',
  'townshipCode',
  'isAdmin',
  '',
)

/** The right body with one to three things changed, wherever they lie; now and then what is no body at all. */
function hostile(body: object): fc.Arbitrary<string> {
  const changed = fc
    .array(fc.tuple(fc.oneof(fc.nat(40), names), nasty), { minLength: 1, maxLength: 3 })
    .map((changes) => {
      const copy = structuredClone(body) as Record<string, unknown>
      const places = placesOf(copy)
      for (const [where, value] of changes) {
        const [holder, key] =
          typeof where === 'string' ? [copy, where] : (places[where % places.length] ?? [copy, 'extra'])
        Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true })
      }
      return JSON.stringify(copy)
    })
  return fc.oneof(
    { weight: 6, arbitrary: changed },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  )
}

function placesOf(value: unknown): [object, string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [[value, key] as [object, string], ...placesOf(inner)])
}

const mutations = routes.filter(({ method }) => method !== 'GET')

describe.each(mutations.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  it('300 hostile bodies: no fault, no money moved, nothing personal and no stack in an answer', async () => {
    const target = targets[route.action]
    if (!target) throw new Error(`${route.action} has no target in tests/hostile-bodies.test.ts`)
    const county = await newCounty('2026-09-28T02:00:00.000Z')
    const { phone, path, body } = await target(await crewOf(county))
    const places = () => county.rows('SELECT fund_code, place, sum(fen) AS fen FROM balances GROUP BY fund_code, place')
    const before = await places()
    const bodies: fc.Arbitrary<string | Uint8Array> =
      body instanceof Uint8Array ? fc.uint8Array({ maxLength: 400 }) : hostile(body as object)
    await fc.assert(
      fc.asyncProperty(bodies, async (text) => {
        const { status, body: answer } = await phone.send(route.method, path, text, { 'idempotency-key': randomUUID() })
        if (status >= 500 && answer.code !== 'wechat_down') throw new Error(JSON.stringify(answer))
        const said = JSON.stringify(answer)
        expect(said).not.toMatch(/node_modules|\.ts:\d|SQLITE|constraint failed|Error:/)
        if (status >= 400)
          for (const own of [...Object.values(personal), payee.account, ask().story]) expect(said).not.toContain(own)
      }),
      { numRuns: 300, seed: 20_260_928 },
    )
    expect(await places()).toEqual(before)
    expect(county.logged.filter(({ error }) => error !== undefined)).toEqual([])
  })
})
