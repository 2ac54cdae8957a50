import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { done } from '../../support/crew.ts'
import { idOf } from '../../support/steps.ts'

const cashier = { name: '赵新来', kind: 'cashier', townshipCode: '990101001' }

async function begin() {
  const county = await newCounty()
  const security = await county.phone('county-anquan')
  const invited = (await done(security.post('/invitations', cashier))).body as { id: string; code: string; expiresAt: string }
  return { county, security, invited, batu: await county.phone('batu') }
}

it('an officer binds his post with the code, and works in it at once', async () => {
  const { county, invited, batu } = await begin()
  expect(invited.code).toMatch(/^\d{12}$/)
  expect(invited.expiresAt).toBe('2026-10-01T02:00:00.000Z')
  const written = `${invited.code.slice(0, 4)} ${invited.code.slice(4, 8)}-${invited.code.slice(8)}`
  const bound = await done(batu.post('/post-bindings', { bindingCode: written }))
  expect(bound.body).toMatchObject({ kind: 'cashier', townshipCode: '990101001' })
  expect((await batu.get('/session')).body.posts).toEqual([{ kind: 'cashier', townshipCode: '990101001', area: '青山镇' }])
  expect((await batu.get('/requests?queue=pay')).status).toBe(200)
  expect(await county.rows("SELECT action FROM journal WHERE action LIKE 'posts.%' ORDER BY action")).toEqual([{ action: 'posts.bind' }, { action: 'posts.invite' }])
})

it('the code lies nowhere: not in the receipt, not in a row; asked again with the same key it is said again', async () => {
  const { county, security, invited } = await begin()
  const rows = JSON.stringify([await county.rows('SELECT * FROM invitations'), await county.rows('SELECT answer FROM receipts')])
  expect(rows).not.toContain(invited.code)
  const [first, again] = [await security.post('/invitations', cashier, 'the-same-key'), await security.post('/invitations', cashier, 'the-same-key')]
  expect(again.body).toEqual(first.body)
})

it('a code works once, in three days, and not when withdrawn', async () => {
  const { county, security, invited, batu } = await begin()
  await done(batu.post('/post-bindings', { bindingCode: invited.code }))
  const li = await county.phone('li-jianguo')
  expect((await li.post('/post-bindings', { bindingCode: invited.code })).problem.code).toBe('invitation_unknown')
  const second = (await done(security.post('/invitations', cashier))).body as { id: string; code: string }
  await done(security.post(`/invitations/${second.id}/withdrawal`, {}))
  expect((await li.post('/post-bindings', { bindingCode: second.code })).problem.code).toBe('invitation_unknown')
  expect((await security.post(`/invitations/${second.id}/withdrawal`, {})).problem.code).toBe('invitation_unknown')
  const third = (await done(security.post('/invitations', cashier))).body as { code: string }
  county.setClock('2026-10-01T02:00:00.000Z')
  const later = await county.phone('li-jianguo')
  expect((await later.post('/post-bindings', { bindingCode: third.code })).problem.code).toBe('invitation_unknown')
})

it('nobody gives himself a post, or the same post twice', async () => {
  const { security, batu, invited } = await begin()
  const own = (await done(security.post('/invitations', { name: '自己', kind: 'security_admin' }))).body as { code: string }
  expect((await security.post('/post-bindings', { bindingCode: own.code })).problem.code).toBe('own_post')
  await done(batu.post('/post-bindings', { bindingCode: invited.code }))
  const again = (await done(security.post('/invitations', cashier))).body as { code: string }
  expect((await batu.post('/post-bindings', { bindingCode: again.code })).problem.code).toBe('post_held')
})

it('a post that ends is gone from the next request on; the last security administrator stays', async () => {
  const { county, security, batu, invited } = await begin()
  const post = idOf(await done(batu.post('/post-bindings', { bindingCode: invited.code })), 'id')
  county.setClock('2026-09-28T02:05:00.000Z')
  await done(security.post(`/posts/${post}/ending`, { reason: '调离' }))
  expect((await batu.get('/requests?queue=pay')).problem.code).toBe('post_required')
  expect((await security.post(`/posts/${post}/ending`, { reason: '调离' })).problem.code).toBe('post_ended')
  const own = String((await county.rows("SELECT id FROM posts WHERE kind = 'security_admin'"))[0]?.id)
  expect((await security.post(`/posts/${own}/ending`, { reason: '退休' })).problem.code).toBe('last_security_admin')
  expect((await county.rows("SELECT until_at FROM posts WHERE id = ?", own))[0]?.until_at).toBeNull()
})

it('a post of a township names its township, one of the county none', async () => {
  const { security } = await begin()
  for (const body of [{ name: '赵新来', kind: 'cashier' }, { ...cashier, kind: 'auditor' }, { ...cashier, townshipCode: '990101099' }]) {
    const { problem } = await security.post('/invitations', body)
    expect([problem.code, problem.fields?.map(({ field }) => field)]).toEqual(['input', ['townshipCode']])
  }
})

it('the list names who holds a post and who is invited', async () => {
  const { security, batu, invited } = await begin()
  const list = async () => (await security.get('/posts?area=990101001')).body as { posts: { name: string; kind: string }[]; invitations: { name: string; late: boolean }[] }
  expect((await list()).invitations).toMatchObject([{ name: '赵新来', late: false }])
  await done(batu.post('/post-bindings', { bindingCode: invited.code }))
  const after = await list()
  expect(after.invitations).toEqual([])
  expect(after.posts.filter(({ kind }) => kind === 'cashier')).toHaveLength(2)
})

it('plain SQL is held to the same: no post bound by another, no invitation without the post', async () => {
  const { county, invited } = await begin()
  const [kept] = await county.rows('SELECT * FROM invitations WHERE id = ?', invited.id)
  const write = (sql: string, ...args: (string | null)[]) =>
    county.services.db.write([], () => ({ answer: undefined, statements: [{ sql, args }] })).then(() => 'done', (error: Error) => error.message)
  const [deputy] = await county.rows("SELECT person_id FROM posts WHERE kind = 'deputy_leader' LIMIT 1")
  const invite = `INSERT INTO invitations SELECT 'inv_other', kind, township_code, name_text_id, 'another', ?, invited_at, expires_at, journal_id FROM invitations`
  expect(await write(invite, String(deputy?.person_id))).toContain('append_only')
  expect(await write(invite, null)).toContain('append_only')
  const [security] = await county.rows("SELECT person_id FROM posts WHERE kind = 'security_admin' LIMIT 1")
  const wrong = invite.replace('kind, township_code', "'auditor', township_code")
  expect(await write(wrong.replace("'inv_other'", "'inv_wrong'"), String(security?.person_id))).toContain('CHECK constraint failed')
  expect(await write(`INSERT INTO post_bindings SELECT ?, id, from_at, journal_id FROM posts WHERE kind = 'cashier' LIMIT 1`, String(kept?.id))).toContain('append_only')
})
