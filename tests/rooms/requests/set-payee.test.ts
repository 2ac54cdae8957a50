import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { acceptance, ask, idOf, payee } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

async function asked() {
  const county = await newCounty()
  const [wang, crew, there] = await Promise.all([county.phone('wang-xiulan'), crewOf(county), crewOf(county, 2)])
  const request = idOf(await wang.post('/requests', ask()))
  return { county, wang, crew, there, request, path: `/requests/${request}/payee` }
}

it('Wang gives her card; the newest one counts; the wire shows four digits', async () => {
  const { county, wang, request, path } = await asked()
  const reply = await repeatable(county, (body, key) => wang.post(path, body, key), payee, {
    ...payee,
    account: '6217009901000000009',
  })
  expect(reply.body).toEqual({ id: request, payeeSetAt: expect.any(String) })
  await journaled(county, 'requests.setPayee', request, 'wang-xiulan')
  county.setClock('2026-09-28T02:00:01.000Z')
  await wang.post(path, { ...payee, kind: 'passbook', account: '6217 0099 0100 0000 222' })
  expect((await wang.get(`/requests/${request}`)).body.payee).toEqual({
    id: expect.stringMatching(/^pay_/),
    kind: 'passbook',
    holder: '王*',
    bank: payee.bank,
    accountTail: '0222',
    relation: 'self',
  })
})

it('once the request is accepted only the caseworker changes the account', async () => {
  const { county, wang, crew, request, path } = await asked()
  expect((await wang.post(path, payee)).status).toBe(201)
  await crew.caseworker.post(`/requests/${request}/acceptance`, acceptance({ payee: undefined }))
  expect((await wang.get(`/requests/${request}`)).body.actions).not.toContain('setPayee')
  await refused(county, 'post_required', () => wang.post(path, { ...payee, account: '6217009901000000009' }))
  const filed = await crew.accepted()
  await refused(county, 'post_required', () => crew.coordinator.post(`/requests/${filed}/payee`, payee))
  expect((await crew.caseworker.post(path, { ...payee, account: '6217009901000000008' })).status).toBe(201)
  expect((await wang.get(`/requests/${request}`)).body.payee).toMatchObject({ accountTail: '0008' })
})

it('accounts are numbered as they come, and each may be emptied, never changed', async () => {
  const { county, crew, request, path } = await asked()
  for (const account of ['6217009901000000001', '6217009901000000002'])
    await crew.caseworker.post(path, { ...payee, account })
  expect(await county.rows('SELECT n FROM payees WHERE request_id = ? ORDER BY n', request)).toEqual([{ n: 1 }, { n: 2 }])
  const write = (sql: string) =>
    county.services.db.write([], () => ({ answer: undefined, statements: [{ sql, args: [] }] }))
  for (const change of [
    'UPDATE payees SET n = n + 2',
    "UPDATE payees SET account_cipher = 'x'",
    "UPDATE payees SET holder_index = 'x'",
    "UPDATE payees SET relation = 'other', authority = 'letter'",
    'DELETE FROM payees',
  ])
    await expect(write(change), change).rejects.toThrow(/append_only$/)
  await write("UPDATE payees SET account_cipher = '', holder_cipher = '', bank_cipher = ''")
  await write("UPDATE texts SET cipher = ''")
  expect((await crew.caseworker.get(`/requests/${request}`)).body).toMatchObject({ payee: null, story: null })
})

it('of the officers only the caseworker of the township may', async () => {
  const { county, crew, there, path } = await asked()
  await refused(county, 'post_required', () => crew.cashier.post(path, payee))
  await refused(county, 'post_required', () => there.caseworker.post(path, payee))
  expect((await crew.caseworker.post(path, payee)).status).toBe(201)
})

it("another's account needs a basis, one's own bears one's own name, an unknown request has none", async () => {
  const { county, wang, path } = await asked()
  await refused(county, 'payee_authority', () => wang.post(path, { ...payee, relation: 'spouse' }))
  const wrong = await refused(county, 'input', () => wang.post(path, { ...payee, holder: '李建国' }))
  expect(wrong.problem.fields?.[0]).toMatchObject({ field: 'holder', label: '户名' })
  await refused(county, 'not_found', () => wang.post('/requests/req_0000000000000000/payee', payee))
})

it('nobody redirects approved money; a finished request has no payee', async () => {
  const { county, wang, crew, request, path } = await asked()
  await wang.post(`/requests/${request}/withdrawal`, {})
  await refused(county, 'request_not_open', () => wang.post(path, payee))
  const granted = await crew.granted()
  await refused(county, 'already_granted', () => crew.caseworker.post(`/requests/${granted.request}/payee`, payee))
  const cash = await crew.granted({ channel: 'cash' })
  expect((await crew.caseworker.post(`/requests/${cash.request}/payee`, payee)).status).toBe(201)
})
