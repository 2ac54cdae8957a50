import { expect, it } from 'vitest'
import { routes } from '../../../worker/app.ts'
import type { Officer } from '../../../worker/contract/index.ts'
import { samplePolicy } from '../../../worker/contract/index.ts'
import type { TestCounty } from '../../support/county.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { Phone } from '../../support/phone.ts'
import { decision, idOf, letter } from '../../support/steps.ts'
import { journaled, refused, repeatable, rowCounts } from '../../support/traces.ts'

const start = '2026-09-28T02:00:00.000Z'
const after = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000)
const personOf = async (phone: Phone) => ((await phone.get('/session')).body.person as { id: string }).id
const prove = (phone: Phone, pin: string) => phone.post('/session/second', { pin })

/** A county where nobody has given the PIN: without the shortcut of other tests. */
async function strictCounty(): Promise<TestCounty> {
  const county = await newCounty(start)
  await county.services.db.write([], () => ({ answer: undefined, statements: [{ sql: 'DROP TRIGGER everybody_has_proved', args: [] }] }))
  return county
}
/** Sends once and does not answer by giving the PIN. */
const once = (phone: Phone, path: string, body: object, key = crypto.randomUUID()) =>
  phone.sendOnce('POST', path, JSON.stringify(body), { 'idempotency-key': key })

it('money moves only after the PIN; the same act sent again goes through, and its neighbours are not asked', async () => {
  const county = await strictCounty()
  const crew = await crewOf(county)
  const request = await crew.accepted()
  const wish = [`/requests/${request}/grant`, decision(), 'one-key-of-a-phone'] as const
  await refused(county, 'second_factor_needed', () => once(crew.deputy, ...wish))
  const person = await personOf(crew.deputy)
  expect((await prove(crew.deputy, '246810')).body).toEqual({ provenAt: start })
  await journaled(county, 'identity.proveSecond', person, 't01-fenguan')
  expect((await once(crew.deputy, ...wish)).status).toBe(201)
  expect((await once(crew.deputy, `/requests/${await crew.accepted()}/grant`, decision())).status).toBe(201)
})

it('it is asked again after a quarter of an hour in which nothing was done, and for each session by itself', async () => {
  const county = await strictCounty()
  const crew = await crewOf(county)
  const grant = async (minutes: number) => {
    county.setClock(after(minutes))
    return (await once(crew.deputy, `/requests/${await crew.accepted()}/grant`, decision())).problem.code
  }
  await prove(crew.deputy, '246810')
  expect([await grant(14), await grant(28), await grant(42)]).toEqual([undefined, undefined, undefined])
  expect((await crew.deputy.get('/session/second')).body).toEqual({ set: true, proven: true })
  expect(await grant(57)).toBe('second_factor_needed')
  expect((await crew.deputy.get('/session/second')).body).toEqual({ set: true, proven: false })
  await prove(crew.deputy, '246810')
  expect(await grant(58)).toBeUndefined()
  await crew.deputy.post('/session/end', {})
  await crew.deputy.signInAgain()
  expect(await grant(59)).toBe('second_factor_needed')
})

it('an answer that was given before is given again without the PIN: nothing new happens', async () => {
  const county = await strictCounty()
  const crew = await crewOf(county)
  const wish = [`/requests/${await crew.accepted()}/grant`, decision(), 'one-key-of-a-phone'] as const
  await prove(crew.deputy, '246810')
  const first = await once(crew.deputy, ...wish)
  await crew.deputy.signInAgain()
  const before = await rowCounts(county)
  expect((await once(crew.deputy, ...wish)).body).toEqual(first.body)
  expect(await rowCounts(county)).toEqual(before)
})

it('five wrong ones lock for a quarter of an hour, are journaled, and lock nobody else', async () => {
  const county = await strictCounty()
  const [finance, other] = [await county.phone('county-caizheng'), await county.phone('county-jiuzhu')]
  for (let n = 1; n <= 5; n += 1) {
    county.setClock(after(n))
    await refused(county, 'pin_wrong', () => prove(finance, `13579${n}`))
  }
  county.setClock(after(6))
  const locked = await refused(county, 'too_many_tries', () => prove(finance, '246810'))
  expect(locked.problem.title).toBe('试错太多,请 10 分钟后再试')
  expect(locked.headers.get('retry-after')).toBe('600')
  await refused(county, 'too_many_tries', () => finance.put('/session/pin', { pin: '864209', oldPin: '246810' }))
  expect((await prove(other, '246810')).status).toBe(200)
  const seen = ((await (await county.phone('county-anquan')).get('/officers')).body.items as Officer[])
  expect(seen.filter(({ lockedUntil }) => lockedUntil !== null)).toEqual([
    expect.objectContaining({ personId: await personOf(finance), hasPin: true, lockedUntil: after(16).toISOString() })])
  county.setClock(after(16))
  expect((await prove(finance, '246810')).status).toBe(200)
  expect(await county.rows("SELECT 1 FROM journal WHERE problem = 'pin_wrong'")).toHaveLength(5)
})

it('a PIN is changed with the old one, on the phone only; easy ones are not taken', async () => {
  const county = await strictCounty()
  const finance = await county.phone('county-caizheng')
  const set = (body: object) => finance.put('/session/pin', body)
  for (const pin of ['000000', '123456', '987654', '890123'.slice(0, 5), 'abcdef'])
    expect((await refused(county, 'input', () => set({ pin, oldPin: '246810' }))).problem.fields?.[0]?.field, pin).toBe('pin')
  expect((await refused(county, 'input', () => set({ pin: '864209' }))).problem.fields).toEqual([
    { field: 'oldPin', label: '原来的办事密码', message: '请写原来的办事密码' }])
  await refused(county, 'pin_wrong', () => set({ pin: '864209', oldPin: '111222' }))
  await repeatable(county, (body, key) => finance.put('/session/pin', body, key), { pin: '864209', oldPin: '246810' })
  await journaled(county, 'identity.setPin', await personOf(finance), 'county-caizheng')
  await refused(county, 'pin_wrong', () => prove(finance, '246810'))
  expect((await prove(finance, '864209')).status).toBe(200)
  const door = (request: Request) => county.app.fetch(request)
  const { token } = (await Phone.stranger(door).post('/sessions', { code: 'demo-county-caizheng', surface: 'desk' })).body
  const desk = Phone.signedIn(door, 'county-caizheng', String(token))
  await refused(county, 'pin_unset', () => desk.put('/session/pin', { pin: '753159', oldPin: '864209' }))
})

it('a security administrator resets a PIN but never the own one; the person is out everywhere and sets a new one', async () => {
  const county = await strictCounty()
  const [finance, admin] = [await county.phone('county-caizheng'), await county.phone('county-anquan')]
  const [person, self] = [await personOf(finance), await personOf(admin)]
  await refused(county, 'second_factor_needed', () => once(admin, `/officers/${person}/pin/reset`, {}))
  await prove(admin, '246810')
  await refused(county, 'second_person_required', () => admin.post(`/officers/${self}/pin/reset`, {}))
  await refused(county, 'not_found', () => admin.post('/officers/per_0000000000000000/pin/reset', {}))
  expect((await admin.post(`/officers/${person}/pin/reset`, {})).status).toBe(200)
  await journaled(county, 'identity.resetPin', person, 'county-anquan')
  expect((await finance.get('/session')).problem.code).toBe('signed_out')
  await finance.signInAgain()
  await refused(county, 'pin_unset', () => prove(finance, '246810'))
  await refused(county, 'pin_unset', () => admin.post(`/officers/${person}/pin/reset`, {}))
  expect((await finance.get('/session/second')).body).toEqual({ set: false, proven: false })
  expect((await finance.put('/session/pin', { pin: '864209' })).status).toBe(200)
  expect((await finance.get('/session/second')).body).toEqual({ set: true, proven: true })
})

it('the route table marks exactly what the schema asks the PIN for', async () => {
  const county = await newCounty(start)
  const held = (await county.rows('SELECT action FROM second_factor_acts ORDER BY action')).map(({ action }) => action)
  expect(held).toEqual(routes.filter(({ second }) => second).map(({ action }) => action).toSorted())
})

it('the schema alone: no act of money in the name of who did not give the PIN, and nobody sets another’s', async () => {
  const county = await strictCounty()
  const [finance, admin] = [await county.phone('county-caizheng'), await county.phone('county-anquan')]
  const [person, self] = [await personOf(finance), await personOf(admin)]
  const act = (who: string, action: string, sql = '') => county.services.db.write([], () => ({ answer: undefined, statements: [
    { sql: `INSERT INTO journal (id, chain, seq, at, person_id, action, object, outcome, after_hash, request_id, prev, hash)
        SELECT 'jrn_' || (max(seq) + 1), 'county', max(seq) + 1, ?1, ?2, ?3, '', 'done', '', '', (SELECT hash FROM journal WHERE chain = 'county' ORDER BY seq DESC LIMIT 1),
          substr(lower(hex(randomblob(32))), 1, 64) FROM journal WHERE chain = 'county'`, args: [start, who, action] },
    ...(sql ? [{ sql, args: [start, who, person] }] : []),
  ] }))
  await expect(act(person, 'grants.decide')).rejects.toThrow('second_factor_needed')
  const last = "(SELECT id FROM journal WHERE chain = 'county' ORDER BY seq DESC LIMIT 1)"
  const forge = `UPDATE pins SET hash_cipher = hash_cipher, set_at = ?1, journal_id = ${last} WHERE id = ?3 AND ?2 <> ''`
  await expect(act(self, 'identity.setPin', forge)).rejects.toThrow('append_only')
  await expect(act(person, 'by hand', forge)).rejects.toThrow('append_only')
  await act(person, 'identity.setPin', forge)
  await prove(finance, '246810')
  await act(person, 'grants.decide')
})

it('the PIN given on the phone opens no other session of the same person', async () => {
  const county = await strictCounty()
  const crew = await crewOf(county)
  await prove(crew.deputy, '246810')
  const elsewhere = await county.phone('t01-fenguan')
  const request = await crew.accepted()
  expect((await once(elsewhere, `/requests/${request}/grant`, decision())).problem.code).toBe('second_factor_needed')
  expect((await once(crew.deputy, `/requests/${request}/grant`, decision())).status).toBe(201)
})

it('who lets a township decide, or puts other limits into force, gives the PIN for it: letters and the policy', async () => {
  const county = await strictCounty()
  const [leader, assistance, finance] = await Promise.all(['county-lingdao', 'county-jiuzhu', 'county-caizheng'].map((who) => county.phone(who)))
  const issue = ['/letters', letter('990101001')] as const
  await refused(county, 'second_factor_needed', () => once(leader!, ...issue))
  await prove(leader!, '246810')
  const letterId = idOf(await once(leader!, ...issue), 'letterId')
  const draft = idOf(await assistance!.post('/policy/drafts', { fromOn: '2027-07-01', values: samplePolicy }), 'draftId')
  await refused(county, 'second_factor_needed', () => once(finance!, `/policy/drafts/${draft}/publication`, {}))
  await prove(finance!, '246810')
  expect((await once(finance!, `/policy/drafts/${draft}/publication`, {})).status).toBe(201)
  county.setClock(after(16))
  await refused(county, 'second_factor_needed', () => once(leader!, `/letters/${letterId}/revocation`, { reason: '换新委托书' }))
})
