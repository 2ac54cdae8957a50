import { expect, it } from 'vitest'
import { newCounty } from '../support/county.ts'
import { crewOf, done, forSomebody } from '../support/crew.ts'
import { acceptance, decision, forCounty, idOf, payee } from '../support/steps.ts'

it("the caseworker's cousin asks: the kin answer sends it to the county", async () => {
  const county = await newCounty()
  const [crew, assistance] = await Promise.all([crewOf(county), county.phone('county-jiuzhu')])
  const request = await crew.accepted(
    { name: '刘玉梅' },
    { kin: { name: '刘海燕', relation: '表妹', post: '民政经办' }, payee: undefined },
  )
  const screen = (await crew.deputy.get(`/requests/${request}`)).body
  expect(screen.kin).toEqual({ name: '刘海燕', relation: '表妹', post: '民政经办' })
  expect((screen.decision as { blockers: object[] }).blockers).toEqual([
    { code: 'kin_needs_county', title: '申请人是经办人近亲属,要报县级审批', rules: ['R-11', 'F-1'] },
  ])
  expect((await crew.leader.post(`/requests/${request}/grant`, decision({ channel: 'cash' }))).problem.code).toBe(
    'kin_needs_county',
  )

  await crew.deputy.post(`/requests/${request}/escalation`, { code: 'KIN', reason: '经办人表妹,请县里审批' })
  expect((await assistance.get('/requests?queue=county')).body.items).toMatchObject([
    { id: request, name: '刘玉梅', status: 'escalated' },
  ])
  expect((await assistance.get(`/requests/${request}`)).body).toMatchObject({
    status: 'escalated',
    timeline: [
      { step: 'submitted' },
      { step: 'accepted' },
      { step: 'escalated', unit: '示范县', phone: '0990-7800000' },
    ],
  })

  // the county grants it from its own fund; she reads it, and the township adds nothing of its own
  const leader = await county.phone('county-lingdao')
  county.setClock('2026-09-28T02:30:00.000Z')
  await done(crew.caseworker.post(`/requests/${request}/payee`, { ...payee, holder: '刘玉梅' }))
  await done(assistance.post(`/requests/${request}/county-proposal`, forCounty({ track: 'small', amountFen: 80_000 })))
  county.setClock('2026-09-28T02:40:00.000Z')
  expect((await leader.get('/todo')).body.items).toContainEqual(expect.objectContaining({ kind: 'to_decide', queue: 'county', count: 1 }))
  await done(leader.post(`/requests/${request}/county-grant`, { proposal: 1, reason: '情况属实,同意' }))
  expect((await crew.coordinator.get(`/requests/${request}`)).body).toMatchObject({
    status: 'granted',
    timeline: [{ step: 'submitted' }, { step: 'accepted' }, { step: 'escalated' }, { step: 'payee_set' }, { step: 'county_proposed', unit: '示范县' },
      { step: 'granted', unit: '示范县', amountFen: 80_000 }, { step: 'explanation_filed' }],
  })
  expect(await county.available()).toBe(7_200_000)
  expect(await county.available(0)).toBe(19_920_000)
})

/** RULEBOOK scenario 11: available 500.00, asked 800.00. */
it("an empty fund says how much is left; the request becomes the county's turn with its clock running", async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [crew, assistance] = await Promise.all([crewOf(county, 4), county.phone('county-jiuzhu')])
  const request = idOf(await crew.coordinator.post('/requests', forSomebody(crew.township, { askedFen: 80_000 })))
  await crew.caseworker.post(`/requests/${request}/acceptance`, acceptance())
  for (let fen = await county.available(4); fen > 50_000; fen = await county.available(4)) {
    await crew.granted({ track: 'urgent', amountFen: Math.min(300_000, fen - 50_000) })
  }
  expect(await county.available(4)).toBe(50_000)

  const empty = await crew.deputy.post(`/requests/${request}/grant`, decision({ amountFen: 80_000 }))
  expect(empty.problem).toMatchObject({ code: 'fund_insufficient', rules: ['R-02'], offer: 'county', limitFen: 50_000 })
  expect(await county.available(4)).toBe(50_000)
  await crew.deputy.post(`/requests/${request}/escalation`, { code: 'FUND_SHORT', reason: '可用 500 元,需要 800 元' })
  const [row] = (await assistance.get('/requests?queue=county')).body.items as object[]
  expect(row).toMatchObject({
    id: request,
    townshipName: '北山乡',
    askedFen: 80_000,
    dueAt: '2026-10-01T02:00:00.000Z',
  })
  const todo = (await assistance.get('/todo')).body.items
  expect(todo).toContainEqual(expect.objectContaining({ kind: 'county_turn', count: 1 }))
  expect(todo).toContainEqual(expect.objectContaining({ kind: 'fund_low', fundCode: crew.fund }))

  // the county tops the township up and hands it back, or pays by itself
  county.setClock('2026-09-28T09:00:00.000Z')
  const finance = await county.phone('county-caizheng')
  const proposal = idOf(await finance.post(`/funds/${crew.fund}/allocations`, { amountFen: 30_000, bankSerial: 'CZ-0928-2', reason: '急用补款' }), 'proposalId')
  await done(assistance.post(`/funds/${crew.fund}/proposals/${proposal}/confirmation`, {}))
  await done(assistance.post(`/requests/${request}/hand-back`, { reason: '已补款 300 元,请乡镇办理' }))
  const granted = await done(crew.deputy.post(`/requests/${request}/grant`, decision({ amountFen: 80_000 })))
  expect(granted.body).toMatchObject({ fund: { code: crew.fund, availableFen: 0 } })
})

it('the county fills the fund up, and the next grant goes through', async () => {
  const county = await newCounty()
  const [crew, finance, assistance] = await Promise.all([
    crewOf(county, 4),
    county.phone('county-caizheng'),
    county.phone('county-jiuzhu'),
  ])
  for (let fen = await county.available(4); fen > 0; fen = await county.available(4))
    await crew.granted({ track: 'urgent', amountFen: Math.min(300_000, fen) })
  const request = await crew.accepted()
  const decide = () => crew.deputy.post(`/requests/${request}/grant`, decision())
  expect((await decide()).problem).toMatchObject({ code: 'fund_insufficient', limitFen: 0 })
  const order = { amountFen: 50_000, bankSerial: 'CZ-0928-1', reason: '急用补款' }
  const proposal = idOf(await finance.post(`/funds/${crew.fund}/allocations`, order), 'proposalId')
  expect((await decide()).problem.code).toBe('fund_insufficient')
  await assistance.post(`/funds/${crew.fund}/proposals/${proposal}/confirmation`, {})
  expect((await decide()).body).toMatchObject({ fund: { availableFen: 0 } })
})
