import { expect, it } from 'vitest'
import type { MakeGrant } from '../../../worker/contract/index.ts'
import { fundCode, newCounty } from '../../support/county.ts'
import { crewOf, forSomebody } from '../../support/crew.ts'
import { acceptance, ask, decision, idOf, payee } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const start = async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  return { county, crew: await crewOf(county) }
}

it('one confirm is the grant: number, debit and what is owed', async () => {
  const { county, crew } = await start()
  const request = await crew.accepted()
  const before = await county.available()
  const reply = await repeatable(
    county,
    (body, key) => crew.deputy.post(`/requests/${request}/grant`, body, key),
    decision(),
    decision({ amountFen: 50_001 }),
  )
  expect(reply.body).toEqual({
    grantId: expect.stringMatching(/^gra_/),
    number: 'LSJZ2026-001-00001-1',
    requestId: request,
    track: 'small',
    amountFen: 50_000,
    channel: 'transfer',
    grantedAt: '2026-09-28T02:00:00.000Z',
    explanationDays: 5,
    fund: { code: fundCode(), availableFen: before - 50_000 },
  })
  expect(await county.available()).toBe(before - 50_000)
  await journaled(county, 'grants.decide', idOf(reply, 'grantId'), 't01-fenguan')
  await refused(county, 'already_granted', () => crew.leader.post(`/requests/${request}/grant`, decision()))
})

const edges: [
  string,
  Partial<MakeGrant>,
  'small_cap' | 'county_turn' | 'cash_cap' | 'public_notice_needed' | null,
  object,
][] = [
  ['828.00 passes as small', { amountFen: 82_800 }, null, {}],
  ['828.01 is offered as urgent', { amountFen: 82_801 }, 'small_cap', { offer: 'urgent', limitFen: 82_800 }],
  ['3,000.00 passes as urgent', { track: 'urgent', amountFen: 300_000 }, null, {}],
  [
    "3,000.01 is the county's turn",
    { track: 'urgent', amountFen: 300_001 },
    'county_turn',
    { offer: 'county', limitFen: 300_000 },
  ],
  ['1,000.00 passes in cash', { track: 'urgent', amountFen: 100_000, channel: 'cash' }, null, {}],
  [
    '1,000.01 in cash must go by transfer',
    { track: 'urgent', amountFen: 100_001, channel: 'cash' },
    'cash_cap',
    { offer: 'transfer', limitFen: 100_000 },
  ],
  ['the standard track waits for its notice', { track: 'standard', amountFen: 1 }, 'public_notice_needed', {}],
]
it.each(edges)('%s', async (_, wish, code, way) => {
  const { county, crew } = await start()
  const request = await crew.accepted()
  const decide = () => crew.deputy.post(`/requests/${request}/grant`, decision(wish))
  if (code === null) expect((await decide()).status).toBe(201)
  else expect((await refused(county, code, decide)).problem).toMatchObject(way)
})

it('needs a leader of the township and a request that is known, accepted and open', async () => {
  const { county, crew } = await start()
  const there = await crewOf(county, 2)
  const request = idOf(await crew.coordinator.post('/requests', forSomebody(crew.township)))
  const path = `/requests/${request}/grant`
  await refused(county, 'post_required', () => crew.caseworker.post(path, decision()))
  await refused(county, 'out_of_scope', () => there.leader.post(path, decision()))
  await refused(county, 'not_found', () => crew.leader.post('/requests/req_0000000000000000/grant', decision()))
  await refused(county, 'request_not_accepted', () => crew.leader.post(path, decision()))
  await crew.caseworker.post(`/requests/${request}/acceptance`, acceptance())
  await crew.coordinator.post(`/requests/${request}/withdrawal`, {})
  await refused(county, 'request_not_open', () => crew.leader.post(path, decision()))
})

it('who filed does not decide, who gains does not decide, kin goes to the county', async () => {
  const { county, crew } = await start()
  const own = idOf(
    await crew.leader.post('/requests', ask({ phone: '13900000077', name: '周德胜', idNumber: '99010119600815007X' })),
  )
  await crew.caseworker.post(`/requests/${own}/acceptance`, acceptance({ payee: undefined }))
  await refused(county, 'same_person', () => crew.leader.post(`/requests/${own}/grant`, decision({ channel: 'cash' })))
  const hisNumber = { payee: undefined, idNumber: '99010119600815007X' }
  const filedForHim = await crew.accepted({ name: '周德胜' }, hisNumber)
  await refused(county, 'beneficiary', () =>
    crew.leader.post(`/requests/${filedForHim}/grant`, decision({ channel: 'cash' })),
  )
  const kin = await crew.accepted({}, { kin: { name: '刘海燕', relation: '表妹', post: '民政经办' } })
  await refused(county, 'kin_needs_county', () => crew.deputy.post(`/requests/${kin}/grant`, decision()))
})

it('a transfer needs an account', async () => {
  const { county, crew } = await start()
  const request = await crew.accepted({}, { payee: undefined })
  await refused(county, 'payee_needed', () => crew.deputy.post(`/requests/${request}/grant`, decision()))
  expect((await crew.deputy.post(`/requests/${request}/grant`, decision({ channel: 'cash' }))).status).toBe(201)
})

it('a transfer goes to the account that the approver saw, and no other', async () => {
  const { county, crew } = await start()
  const request = await crew.accepted()
  const payeeOf = async () => {
    const { body } = await crew.deputy.get(`/requests/${request}`)
    return body.payee as { id: string; accountTail: string }
  }
  const seen = await payeeOf()
  await crew.caseworker.post(`/requests/${request}/payee`, { ...payee, account: '6217009901000000002' })
  const decide = (payeeId?: string) => crew.deputy.post(`/requests/${request}/grant`, decision({ payeeId }))
  await refused(county, 'payee_changed', () => decide(seen.id))
  await refused(county, 'payee_changed', () => decide('pay_0000000000000000'))
  const newest = await payeeOf()
  expect((await decide(newest.id)).status).toBe(201)
  expect(await payeeOf()).toEqual(newest)
})

it("one's own account bears one's own name when the money is granted", async () => {
  const { county, crew } = await start()
  const nameless = await crew.accepted({ name: undefined })
  await refused(county, 'payee_holder', () => crew.deputy.post(`/requests/${nameless}/grant`, decision()))
  const request = idOf(await crew.coordinator.post('/requests', forSomebody(crew.township)))
  await crew.coordinator.post(`/requests/${request}/payee`, payee)
  await crew.caseworker.post(`/requests/${request}/acceptance`, acceptance({ payee: undefined, name: '王秀蓝' }))
  const path = `/requests/${request}/grant`
  await refused(county, 'payee_holder', () => crew.deputy.post(path, decision()))
  await crew.caseworker.post(`/requests/${request}/payee`, { ...payee, relation: 'other', authority: 'letter' })
  expect((await crew.deputy.post(path, decision())).status).toBe(201)
})

it('cash names no account; a case granted by transfer shows the account it went to', async () => {
  const { crew } = await start()
  const { request } = await crew.granted({ channel: 'cash' })
  await crew.caseworker.post(`/requests/${request}/payee`, { ...payee, account: '6217009901000000002' })
  expect((await crew.deputy.get(`/requests/${request}`)).body.payee).toMatchObject({ accountTail: '0002' })
})

it.each(['MEDICAL', 'EDUCATION', 'CARE', 'DISABILITY', 'HOUSING', 'BASIC_COST'] as const)(
  '%s waits for its notice, whatever the wish calls it',
  async (causeCode) => {
    const { county, crew } = await start()
    const request = await crew.accepted({ causeCode })
    for (const track of ['small', 'urgent', 'standard'] as const) {
      await refused(county, 'public_notice_needed', () =>
        crew.deputy.post(`/requests/${request}/grant`, decision({ track, amountFen: 1 })),
      )
    }
    const { decision: screen } = (await crew.deputy.get(`/requests/${request}`)).body
    expect(screen).toMatchObject({ blockers: [{ code: 'public_notice_needed' }] })
  },
)

it('nothing is granted before it was accepted', async () => {
  const { county, crew } = await start()
  const request = await crew.accepted()
  county.setClock('2026-09-28T01:59:59.999Z')
  await refused(county, 'request_not_accepted', () => crew.deputy.post(`/requests/${request}/grant`, decision()))
})

it('the same cause once a year, two grants a year, and a cancelled one does not count', async () => {
  const { county, crew } = await start()
  const wang = await county.phone('wang-xiulan')
  const decide = async (causeCode: 'FIRE' | 'INJURY' | 'ILLNESS') => {
    const request = idOf(await wang.post('/requests', ask({ causeCode })))
    await crew.caseworker.post(`/requests/${request}/acceptance`, acceptance())
    return () => crew.deputy.post(`/requests/${request}/grant`, decision())
  }
  const wrong = idOf(await (await decide('FIRE'))(), 'grantId')
  await crew.deputy.post(`/grants/${wrong}/cancellation`, { reason: '金额写错了' })
  expect((await (await decide('FIRE'))()).status).toBe(201)
  await refused(county, 'same_cause_this_year', await decide('FIRE'))
  expect((await (await decide('INJURY'))()).status).toBe(201)
  await refused(county, 'household_year_limit', await decide('ILLNESS'))
})

it('a fund that has less says how much is left', async () => {
  const { county, crew } = await start()
  const wish = { track: 'urgent', channel: 'cash', amountFen: 100_000 } as const
  for (let spent = 0; spent < 8; spent += 1) await crew.granted(wish)
  const request = await crew.accepted()
  const { problem } = await refused(county, 'fund_insufficient', () =>
    crew.deputy.post(`/requests/${request}/grant`, decision(wish)),
  )
  expect(problem).toMatchObject({ offer: 'county', limitFen: 0 })
})
