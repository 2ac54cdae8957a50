import { expect, it } from 'vitest'
import type { ProposeCounty } from '../../../worker/contract/index.ts'
import type { Phone } from '../../support/phone.ts'
import { fundCode, newCounty } from '../../support/county.ts'
import { crewOf, done } from '../../support/crew.ts'
import { acceptance, ask, decision, forCounty, idOf, pixel } from '../../support/steps.ts'
import { photoOf } from '../../support/standard.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const yes = { proposal: 1, reason: '同意救助' }
const back = { reason: '已拨款补足,请乡镇办理' }

async function stage() {
  const county = await newCounty()
  const [crew, assistance, leader, finance] = await Promise.all([
    crewOf(county), county.phone('county-jiuzhu'), county.phone('county-lingdao'), county.phone('county-caizheng'),
  ])
  const escalated = async (code = 'OVER_CEILING', change: object = {}, how: object = {}) => {
    const request = await crew.accepted({ askedFen: 500_000, ...change }, how)
    await done(crew.deputy.post(`/requests/${request}/escalation`, { code, reason: '超过乡镇权限' }))
    return request
  }
  const propose = (request: string, change: Partial<ProposeCounty> = {}, who: Phone = assistance) => who.post(`/requests/${request}/county-proposal`, forCounty(change))
  const confirm = (request: string, change: object = {}, who: Phone = leader) => who.post(`/requests/${request}/county-grant`, { ...yes, ...change })
  const proposed = async () => {
    const request = await escalated()
    await done(propose(request))
    return request
  }
  return { county, crew, assistance, leader, finance, escalated, propose, confirm, proposed }
}

it('县救助股 proposes, the county leader confirms: granted from the county’s own fund, not the township’s', async () => {
  const { county, crew, escalated, assistance, leader } = await stage()
  const request = await escalated()
  const proposal = await repeatable(
    county,
    (body, key) => assistance.post(`/requests/${request}/county-proposal`, body, key),
    forCounty(),
    forCounty({ amountFen: 1 }),
  )
  expect(proposal.body).toEqual({ requestId: request, proposal: 1, proposedAt: expect.any(String) })
  await journaled(county, 'grants.proposeCounty', request, 'county-jiuzhu')
  const screen = (await leader.get(`/requests/${request}`)).body
  expect(screen).toMatchObject({
    actions: expect.arrayContaining(['confirmCounty', 'handBack', 'refuse']),
    county: { code: 'OVER_CEILING', availableFen: 20_000_000, capFen: 828_000, proposal: { n: 1, amountFen: 500_000, reason: '大火烧毁住房,拟救助' } },
  })
  county.setClock('2026-09-28T02:10:00.000Z')
  const granted = await repeatable(
    county,
    (body, key) => leader.post(`/requests/${request}/county-grant`, body, key),
    yes,
    { ...yes, reason: '不同意见' },
  )
  expect(granted.body).toMatchObject({ amountFen: 500_000, track: 'urgent', fund: { code: fundCode(0), availableFen: 19_500_000 } })
  await journaled(county, 'grants.confirmCounty', idOf(granted, 'grantId'), 'county-lingdao')
  expect(await county.available(0)).toBe(19_500_000)
  expect((await crew.leader.get(`/requests/${request}`)).body).toMatchObject({
    status: 'granted',
    timeline: [{ step: 'submitted' }, { step: 'accepted' }, { step: 'payee_set' }, { step: 'escalated' },
      { step: 'county_proposed', unit: '示范县' }, { step: 'granted', unit: '示范县', amountFen: 500_000 }],
  })
})

it('two people decide at the county, each by own login: who proposed does not confirm', async () => {
  const { county, crew, proposed, propose, confirm, escalated, assistance, leader } = await stage()
  const request = await proposed()
  await refused(county, 'post_required', () => confirm(request, {}, assistance))
  await refused(county, 'post_required', () => propose(request, {}, leader))
  await refused(county, 'post_required', () => confirm(request, {}, crew.leader))
  await county.appoint('county-jiuzhu', 'county_leader', null)
  await refused(county, 'same_person', () => confirm(request, {}, assistance))
  const other = await escalated()
  await refused(county, 'proposal_missing', () => confirm(other))
})

it('what was proposed is what is granted: a newer proposal is looked at again', async () => {
  const { county, proposed, propose, confirm } = await stage()
  const request = await proposed()
  await done(propose(request, { amountFen: 400_000 }))
  await refused(county, 'proposal_changed', () => confirm(request))
  expect((await done(confirm(request, { proposal: 2 }))).body).toMatchObject({ amountFen: 400_000 })
  await refused(county, 'already_granted', () => propose(request))
  await refused(county, 'already_granted', () => confirm(request, { proposal: 2 }))
})

it('above ten times the standard it takes the minutes of 一事一议, with a photo of one’s own', async () => {
  const { county, escalated, propose, confirm, assistance, crew, leader } = await stage()
  const request = await escalated()
  await done(propose(request, { amountFen: 828_000 }))
  const { problem } = await refused(county, 'minutes_needed', () => propose(request, { amountFen: 828_001 }))
  expect(problem).toMatchObject({ limitFen: 828_000, rules: ['N-20'] })
  const foreign = idOf(await crew.cashier.photo(pixel), 'evidenceId')
  await refused(county, 'evidence_unknown', () => propose(request, { amountFen: 828_001, minutes: { text: '协调机制会议同意', evidenceId: foreign } }))
  const evidenceId = idOf(await assistance.photo(pixel), 'evidenceId')
  await done(propose(request, { amountFen: 828_001, minutes: { text: '协调机制会议同意', evidenceId } }))
  expect((await leader.get(`/requests/${request}`)).body.county).toMatchObject({ proposal: { n: 2, minutes: '协调机制会议同意', minutesEvidenceId: evidenceId } })
  expect((await leader.get(`/evidence/${evidenceId}`)).status).toBe(200)
  await done(confirm(request, { proposal: 2 }))
})

it('the county pays what it granted, and checks what is explained of it; the township does neither', async () => {
  const { county, crew, proposed, confirm, finance, assistance } = await stage()
  const request = await proposed()
  const grant = idOf(await done(confirm(request)), 'grantId')
  const payout = `/grants/${grant}/payouts/1`
  const kinds = async (phone: Phone) => ((await phone.get('/todo')).body.items as { kind: string }[]).map(({ kind }) => kind)
  expect(await kinds(finance)).toContain('to_pay')
  expect(await kinds(crew.cashier)).not.toContain('to_pay')
  await refused(county, 'post_required', () => crew.cashier.post(`${payout}/sending`, {}))
  expect((await finance.get(`/requests/${request}`)).body.actions).toContain('send')
  await done(finance.post(`${payout}/sending`, {}))
  await done(finance.post(`${payout}/payment`, { bankSerial: 'XJ-0928-1' }))
  await done(crew.caseworker.put(`/grants/${grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '入户核实' }] }))
  await refused(county, 'post_required', () => crew.reviewer.post(`/grants/${grant}/explanation/acceptance`, {}))
  expect(await kinds(assistance)).toContain('to_check')
  await done(assistance.post(`/grants/${grant}/explanation/acceptance`, {}))
  expect((await crew.leader.get(`/requests/${request}`)).body.status).toBe('closed')
})

it('kin and a second time in the year are the county’s to decide; own kin are nobody’s', async () => {
  const { county, crew, escalated, propose, confirm, assistance } = await stage()
  const kin = { kin: { name: '刘海燕', relation: '表妹', post: '民政经办' } }
  const request = await escalated('KIN', {}, kin)
  await refused(county, 'kin_needs_county', () => assistance.post(`/requests/${request}/hand-back`, back))
  await done(propose(request, { track: 'small', amountFen: 80_000 }))
  await done(confirm(request))
  const { household } = (await crew.caseworker.get(`/requests/${request}`)).body as { household: { id: string } }
  const again = await escalated('FREQUENCY', {}, { household: { householdId: household.id } })
  await done(propose(again))
  await done(confirm(again))
  const leaderAsks = await county.phone('county-lingdao')
  const own = idOf(await leaderAsks.post('/requests', ask({ phone: '13900000088', name: '王秀兰' })))
  await done(crew.caseworker.post(`/requests/${own}/acceptance`, acceptance({ payee: undefined, household: { newBecause: '与同名的人家不是一户' } })))
  await done(crew.deputy.post(`/requests/${own}/escalation`, { code: 'OTHER', reason: '情况特殊' }))
  await done(propose(own))
  await refused(county, 'same_person', () => confirm(own))
})

it('only what was reported is the county’s, once it is accepted, within the caps of its track', async () => {
  const { county, crew, escalated, propose, confirm } = await stage()
  const plain = await crew.accepted()
  await refused(county, 'not_escalated', () => propose(plain))
  const raw = idOf(await crew.deputy.post('/requests', ask({ phone: '13900000077' })))
  await done(crew.leader.post(`/requests/${raw}/escalation`, { code: 'OTHER', reason: '本人是分管领导' }))
  await refused(county, 'request_not_accepted', () => propose(raw))
  await done(crew.caseworker.post(`/requests/${raw}/acceptance`, acceptance({ payee: undefined, household: { newBecause: '与同名的人家不是一户' } })))
  await done(propose(raw))
  const request = await escalated()
  const { problem } = await refused(county, 'small_cap', () => propose(request, { track: 'small', amountFen: 82_801 }))
  expect(problem).toMatchObject({ offer: 'urgent', limitFen: 82_800 })
  const medical = await escalated('STANDARD', { causeCode: 'MEDICAL' })
  await refused(county, 'public_notice_needed', () => propose(medical))
  await refused(county, 'not_found', () => propose('req_0000000000000000'))
  const noCard = await escalated('OVER_CEILING', {}, { payee: undefined })
  await done(propose(noCard))
  await refused(county, 'payee_needed', () => confirm(noCard))
})

it('handed back it is the township’s again, once, and the applicant reads why', async () => {
  const { county, crew, escalated, assistance, propose } = await stage()
  const request = await escalated('FUND_SHORT', { askedFen: 50_000 })
  const reply = await repeatable(county, (body, key) => assistance.post(`/requests/${request}/hand-back`, body, key), back, { reason: '另一个理由' })
  expect(reply.body).toEqual({ requestId: request, handedBackAt: expect.any(String) })
  await journaled(county, 'requests.handBack', request, 'county-jiuzhu')
  const screen = (await crew.deputy.get(`/requests/${request}`)).body
  expect(screen).toMatchObject({ status: 'accepted', county: null })
  expect((screen.timeline as object[]).at(-1)).toMatchObject({ step: 'handed_back', unit: '示范县', words: back.reason })
  await refused(county, 'not_escalated', () => propose(request))
  await refused(county, 'not_escalated', () => assistance.post(`/requests/${request}/hand-back`, back))
  await refused(county, 'handed_back', () => crew.deputy.post(`/requests/${request}/escalation`, { code: 'OTHER', reason: '再报一次' }))
  await done(crew.deputy.post(`/requests/${request}/grant`, decision()))
  const other = await escalated()
  await refused(county, 'post_required', () => crew.leader.post(`/requests/${other}/hand-back`, back))
})

it('the county refuses with facts and ground; the township no more', async () => {
  const { county, crew, escalated, leader } = await stage()
  const request = await escalated()
  const no = { code: 'OWN_MEANS', facts: '家中存款足够支付', reason: '不符合急难条件' }
  await refused(county, 'county_turn', () => crew.deputy.post(`/requests/${request}/refusal`, no))
  await done(leader.post(`/requests/${request}/refusal`, no))
  expect((await crew.deputy.get(`/requests/${request}`)).body).toMatchObject({ status: 'refused', refusal: { code: 'OWN_MEANS' } })
  const plain = await crew.accepted()
  await refused(county, 'post_required', () => leader.post(`/requests/${plain}/refusal`, no))
})

it('an empty county fund says how much is left, and takes no more than it has', async () => {
  const { county, escalated, propose, confirm, assistance } = await stage()
  const evidenceId = idOf(await assistance.photo(pixel), 'evidenceId')
  const minutes = { text: '协调机制会议同意', evidenceId }
  const first = await escalated()
  await done(propose(first, { amountFen: 19_999_999, minutes }))
  await done(confirm(first))
  const second = await escalated()
  await done(propose(second, { amountFen: 2 }))
  const { problem } = await refused(county, 'fund_insufficient', () => confirm(second))
  expect(problem).toMatchObject({ limitFen: 1 })
  expect(await county.available(0)).toBe(1)
})

it('what was handed back is the township’s again: its standard way goes on, and an exception may be asked', async () => {
  const { crew, assistance, escalated } = await stage()
  const request = await escalated('STANDARD', { causeCode: 'MEDICAL', askedFen: 200_000 })
  await done(assistance.post(`/requests/${request}/hand-back`, back))
  const signed = { consentVersion: '2026-07', signers: ['王秀兰'], paperEvidenceId: await photoOf(crew) }
  await done(crew.caseworker.post(`/requests/${request}/authorisation`, signed))
  await done(crew.caseworker.post(`/requests/${request}/exceptions`, { code: 'OTHER_HARDSHIP', reason: '连续遭灾' }))
})
