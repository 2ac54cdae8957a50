import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf, done } from '../../support/crew.ts'
import { decision, idOf, letter } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

type Item = { id: string; state: string; ceilingFen: number; townshipName: string }

async function stage() {
  const county = await newCounty()
  const [crew, signer, assistance] = await Promise.all([crewOf(county), county.phone('county-lingdao'), county.phone('county-jiuzhu')])
  const list = async (phone = signer) => (await phone.get('/letters')).body as { items: Item[]; uncovered: { townshipName: string }[]; mayIssue: boolean }
  const revokeAll = async () => {
    for (const { id, state } of (await list(crew.leader)).items)
      if (state !== 'revoked') await done(signer.post(`/letters/${id}/revocation`, { reason: '换届' }))
  }
  return { county, crew, signer, assistance, list, revokeAll }
}

it('the county leader signs a letter: it holds at once, and the earlier one is replaced', async () => {
  const { county, crew, signer, list } = await stage()
  const body = letter(crew.township, { ceilingFen: 200_000 })
  const reply = await repeatable(county, (one, key) => signer.post('/letters', one, key), body, { ...body, ceilingFen: 1 })
  expect(reply.body).toEqual({ letterId: expect.any(String), number: body.number, townshipCode: crew.township, signedAt: '2026-09-28T02:00:00.000Z' })
  await journaled(county, 'identity.issueLetter', idOf(reply, 'letterId'), 'county-lingdao')
  const seen = await list(crew.leader)
  expect(seen.items.map(({ state, ceilingFen }) => ({ state, ceilingFen }))).toEqual([
    { state: 'in_force', ceilingFen: 200_000 }, { state: 'replaced', ceilingFen: 300_000 },
  ])
  expect(seen.mayIssue).toBe(false)
  expect((await list()).items).toHaveLength(13)
})

it('the smaller of the two ceilings holds, and the answer names it', async () => {
  const { county, crew, signer } = await stage()
  await done(signer.post('/letters', letter(crew.township, { ceilingFen: 100_000 })))
  const request = await crew.accepted()
  const wish = decision({ track: 'urgent', amountFen: 100_001 })
  expect((await crew.deputy.get(`/requests/${request}`)).body.decision).toMatchObject({ urgentCeilingFen: 100_000 })
  const reply = await crew.deputy.post(`/requests/${request}/grant`, wish)
  expect(reply.problem).toMatchObject({ code: 'county_turn', offer: 'county', limitFen: 100_000 })
  await done(crew.deputy.post(`/requests/${request}/grant`, { ...wish, amountFen: 100_000 }))
  expect(await county.rows('SELECT count(*) AS n FROM grants')).toEqual([{ n: 1 }])
})

it('without a letter that holds today the township grants nothing; what it granted before stands', async () => {
  const { county, crew, revokeAll, list } = await stage()
  const before = await crew.granted()
  const request = await crew.accepted()
  await revokeAll()
  const { problem } = await refused(county, 'no_letter', () => crew.deputy.post(`/requests/${request}/grant`, decision()))
  expect(problem).toMatchObject({ offer: 'county', rules: ['R-09'], title: '乡镇没有有效的委托书,请报县级办理' })
  const { blockers } = (await crew.deputy.get(`/requests/${request}`)).body.decision as { blockers: object[] }
  expect(blockers).toMatchObject([{ code: 'no_letter' }])
  expect((await list()).uncovered).toEqual([{ townshipCode: crew.township, townshipName: '青山镇' }])
  await done(crew.cashier.post(`${before.payout}/sending`, {}))
  await done(crew.deputy.post(`/requests/${request}/escalation`, { code: 'OTHER', reason: '委托书已撤销' }))
})

it('a letter that begins tomorrow does not hold today, one that ended yesterday no more', async () => {
  const { county, crew, signer, list, revokeAll } = await stage()
  await revokeAll()
  await done(signer.post('/letters', letter(crew.township, { validFromOn: '2026-09-29', validUntilOn: '2026-09-30' })))
  const request = await crew.accepted()
  await refused(county, 'no_letter', () => crew.deputy.post(`/requests/${request}/grant`, decision()))
  expect((await list()).items[0]).toMatchObject({ state: 'not_yet' })
  county.setClock('2026-09-30T15:59:59.000Z')
  expect((await list(await county.phone('county-lingdao'))).items[0]).toMatchObject({ state: 'ends_soon' })
  county.setClock('2026-09-30T16:00:00.000Z')
  const deputy = await county.phone('t01-fenguan')
  await refused(county, 'no_letter', () => deputy.post(`/requests/${request}/grant`, decision()))
  expect((await list(deputy)).items[0]).toMatchObject({ state: 'ended' })
})

it('thirty days before a letter ends the county is told, and nobody else', async () => {
  const { county, crew, signer } = await stage()
  const told = async (openid = 'county-jiuzhu') => ((await (await county.phone(openid)).get('/todo')).body.items as { kind: string; count: number }[]).filter(({ kind }) => kind === 'letter_ends')
  await done(signer.post('/letters', letter(crew.township, { validUntilOn: '2026-10-27' })))
  expect(await told()).toEqual([])
  county.setClock('2026-09-28T12:00:00.000Z')
  // the later letter ends, the one that it replaced would still hold
  expect(await told()).toEqual([])
  const { items } = (await crew.leader.get('/letters')).body as { items: Item[] }
  for (const { id, ceilingFen, state } of items) if (ceilingFen === 300_000 && state === 'replaced') await done(signer.post(`/letters/${id}/revocation`, { reason: '已换新' }))
  expect(await told()).toMatchObject([{ count: 1, late: false }])
  expect(await told('county-lingdao')).toMatchObject([{ count: 1 }])
  expect(await told('t01-zhuyao')).toEqual([])
})

it('a number is given once, a letter revoked once, and its days are in order', async () => {
  const { county, crew, signer } = await stage()
  const body = letter(crew.township)
  const id = idOf(await signer.post('/letters', body), 'letterId')
  await refused(county, 'letter_number_used', () => signer.post('/letters', { ...body, townshipCode: '990101002' }))
  await refused(county, 'township_unknown', () => signer.post('/letters', letter('990101099')))
  for (const [validFromOn, validUntilOn] of [['2026-10-02', '2026-10-01'], ['2026-09-01', '2026-09-27']]) {
    const { problem } = await refused(county, 'input', () => signer.post('/letters', letter(crew.township, { validFromOn, validUntilOn })))
    expect(problem.fields).toMatchObject([{ field: 'validUntilOn', label: '委托截止日' }])
  }
  const revoke = () => signer.post(`/letters/${id}/revocation`, { reason: '换新的' })
  await done(revoke())
  await journaled(county, 'identity.revokeLetter', id, 'county-lingdao')
  await refused(county, 'letter_revoked', revoke)
  await refused(county, 'not_found', () => signer.post('/letters/let_0000000000000000/revocation', { reason: '没有' }))
  await refused(county, 'post_required', () => crew.leader.post('/letters', letter(crew.township)))
})
