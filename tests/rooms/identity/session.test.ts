import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'
import { Phone } from '../../support/phone.ts'

it("WeChat's code becomes a token, a name and the posts held now", async () => {
  const county = await newCounty()
  const caseworker = await county.phone('t01-jingban')
  expect((await caseworker.get('/session')).body).toEqual({
    person: { id: expect.stringMatching(/^per_/), name: expect.any(String) },
    posts: [{ kind: 'caseworker', townshipCode: '990101001', area: '青山镇' }],
  })
  expect(caseworker.token).toMatch(/^[\w-]{43}$/)
  const [kept] = await county.rows('SELECT token_hash FROM sessions ORDER BY created_at DESC LIMIT 1')
  expect(kept?.token_hash).not.toContain(caseworker.token)
})

it('a session ends when it is ended, after twelve hours, and for no one else', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [wang, li] = await Promise.all([county.phone('wang-xiulan'), county.phone('li-jianguo')])
  const reply = await wang.post('/session/end', {})
  expect(reply.body).toEqual({ endedAt: '2026-09-28T02:00:00.000Z' })
  await refused(county, 'signed_out', () => wang.post('/session/end', {}))
  expect((await wang.get('/session')).problem.code).toBe('signed_out')
  county.setClock('2026-09-28T13:59:59.000Z')
  expect((await li.get('/session')).status).toBe(200)
  county.setClock('2026-09-28T14:00:00.000Z')
  expect((await li.get('/session')).problem.code).toBe('signed_out')
})

it('signing out is journaled', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const { person } = (await wang.get('/session')).body as { person: { id: string } }
  await wang.post('/session/end', {})
  await journaled(county, 'identity.signOut', person.id, 'wang-xiulan')
  await journaled(county, 'identity.signIn', person.id, 'wang-xiulan')
})

it('a post that ended counts no more, with the very next request', async () => {
  const county = await newCounty()
  const caseworker = await county.phone('t01-jingban')
  expect((await caseworker.get('/requests?queue=accept')).status).toBe(200)
  await county.dismiss('t01-jingban')
  expect((await caseworker.get('/requests?queue=accept')).problem.code).toBe('post_required')
  expect((await caseworker.get('/session')).body.posts).toEqual([])
})

it('a token that is none is refused before anything is read', async () => {
  const county = await newCounty()
  for (const token of [
    '',
    'Bearer',
    'Bearer x',
    `Basic ${'a'.repeat(40)}`,
    `Bearer ${'a'.repeat(43)}`,
    `Bearer ${'a'.repeat(300)}`,
  ]) {
    const reply = await county.app.request('/api/session', { headers: { authorization: token } })
    expect(reply.status, token).toBe(401)
  }
})

it('keys belong to who sent them: two people may use the same one', async () => {
  const county = await newCounty()
  const [wang, li] = await Promise.all([county.phone('wang-xiulan'), county.phone('li-jianguo')])
  const ask = {
    causeCode: 'INJURY',
    story: '摔断了胳膊',
    townshipCode: '990101001',
    village: '河口村',
    commitmentVersion: '2026-07',
  }
  const first = await repeatable(county, (body, key) => wang.post('/requests', body, key), ask, {
    ...ask,
    causeCode: 'FIRE',
  })
  const key = 'shared-key-1'
  expect(
    [idOf(await wang.post('/requests', ask, key)), idOf(await li.post('/requests', ask, key)), idOf(first)].length,
  ).toBe(
    new Set([idOf(await wang.post('/requests', ask, key)), idOf(await li.post('/requests', ask, key)), idOf(first)])
      .size,
  )
})

it("who is unknown to WeChat's sandbox does not come in", async () => {
  const county = await newCounty()
  await expect(Phone.signIn((request) => county.app.fetch(request), 'nobody')).rejects.toThrow('wechat_code')
})
