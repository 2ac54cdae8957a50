import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { acceptance, ask, decision, idOf, payee } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const words = { items: [{ kind: 'NARRATIVE', text: '住院押金已交,余款买药' }] }

it('another person accepts: the fen are cleared and the case is closed', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { request, grant } = await crew.paid({ track: 'urgent' })
  const path = `/grants/${grant}/explanation/acceptance`
  await refused(county, 'explanation_not_filed', () => crew.reviewer.post(path, {}))
  await crew.caseworker.put(`/grants/${grant}/explanation`, words)
  await refused(county, 'same_person', () => crew.caseworker.post(path, {}))
  const reply = await repeatable(county, (body, key) => crew.reviewer.post(path, body, key), {})
  expect(reply.body).toEqual({ grantId: grant, acceptedAt: expect.any(String) })
  await journaled(county, 'explanations.accept', grant, 't01-caizheng')
  expect(await county.rows('SELECT place FROM balances WHERE key = ? AND fen > 0', `${grant}.1`)).toEqual([
    { place: 'cleared' },
  ])
  expect((await crew.reviewer.get(`/requests/${request}`)).body.status).toBe('closed')
  await refused(county, 'explanation_accepted', () => crew.deputy.post(path, {}))
})

it("a small grant's record is the approver's word: somebody else takes the one tap", async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { request, grant } = await crew.paid()
  const path = `/grants/${grant}/explanation`
  await refused(county, 'same_person', () => crew.deputy.post(`${path}/acceptance`, {}))
  await refused(county, 'same_person', () => crew.deputy.post(`${path}/return`, { reason: '不完整' }))
  const { body } = await crew.deputy.get(`/requests/${request}`)
  expect(body.actions).not.toContain('acceptExplanation')
  const approver = ((await crew.deputy.get('/session')).body.person as { name: string }).name
  expect(body).toMatchObject({ grants: [{ explanation: { prefilled: true, filedBy: approver, state: 'filed' } }] })
  expect((await crew.caseworker.post(`${path}/acceptance`, {})).status).toBe(201)
})

it('needs a checker of the township, a grant, and money that has arrived', async () => {
  const county = await newCounty()
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const { grant } = await crew.sent()
  const path = `/grants/${grant}/explanation/acceptance`
  await refused(county, 'post_required', () => crew.cashier.post(path, {}))
  await refused(county, 'out_of_scope', () => there.reviewer.post(path, {}))
  await refused(county, 'not_found', () =>
    crew.reviewer.post('/grants/gra_0000000000000000/explanation/acceptance', {}),
  )
  await refused(county, 'explanation_not_due', () => crew.reviewer.post(path, {}))
})

it('what was sent back is filed again before it is accepted', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { grant } = await crew.paid()
  await crew.caseworker.post(`/grants/${grant}/explanation/return`, { reason: '照片看不清' })
  await refused(county, 'explanation_not_filed', () =>
    crew.reviewer.post(`/grants/${grant}/explanation/acceptance`, {}),
  )
})

it('neither who gained nor her family accepts it', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const own = idOf(await crew.reviewer.post('/requests', ask({ phone: '13900000077', idNumber: '99010119600815007X' })))
  const { person } = (await crew.leader.get('/session')).body as { person: { name: string } }
  const family = acceptance({
    payee: { ...payee, relation: 'spouse', authority: 'letter' },
    household: { members: [{ name: person.name, relation: '丈夫', idNumber: '99010120151103001X' }] },
  })
  await crew.leader.post(
    '/requests',
    ask({ phone: '13900000078', idNumber: '99010120151103001X', townshipCode: '990101005' }),
  )
  await county.appoint('t01-zhuyao', 'finance_reviewer', crew.township)
  const accepted = await crew.caseworker.post(`/requests/${own}/acceptance`, family)
  expect(accepted.status, JSON.stringify(accepted.body)).toBe(201)
  const grant = idOf(await crew.deputy.post(`/requests/${own}/grant`, decision()), 'grantId')
  await crew.cashier.post(`/grants/${grant}/payouts/1/sending`, {})
  await crew.cashier.post(`/grants/${grant}/payouts/1/payment`, { bankSerial: 'BK-0001' })
  for (const phone of [crew.reviewer, crew.leader]) {
    await refused(county, 'beneficiary', () => phone.post(`/grants/${grant}/explanation/acceptance`, {}))
  }
})
