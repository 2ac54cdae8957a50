import { expect, it, onTestFinished } from 'vitest'
import type { Founded, FoundingOrder, Problem } from '../../worker/contract/index.ts'
import { fieldKeys } from '../support/founded.ts'
import type { Extras, Running } from '../../worker/host/serve.ts'
import { startServer } from '../../worker/host/serve.ts'
import { verify } from '../../worker/oversight/verify.ts'
import { newFolder } from '../support/host.ts'
import { sandboxAccount, sandboxAddress } from '../support/wechat.ts'

const order: Omit<FoundingOrder, 'setupCode'> = {
  name: '云岭县',
  phone: '0990-7811111',
  dibaoFen: 75_000,
  townships: [
    { code: '990102001', name: '东风镇', phone: '0990-7811201', population: 30_000, villages: ['东风村', '西河村'], quotaFen: 8_000_000, openingFen: 1_234_567 },
    { code: '990102002', name: '西岭乡', phone: '0990-7811202', population: 9_999, villages: ['西岭村'], quotaFen: 3_000_000, openingFen: 0 },
  ],
  administrators: { system: '孙系统', security: '吴安全', audit: '郑审计' },
}

type Asked = { status: number; body: Record<string, unknown> & Partial<Problem> }

async function start(dataDir = newFolder(), secret = sandboxAccount.secret) {
  const codes: string[] = []
  const extras: Extras = { log: () => {}, printCode: (code) => codes.push(code), clock: () => new Date('2026-09-28T02:00:00.000Z') }
  const running = await startServer({
    port: 0, host: '127.0.0.1', dataDir, demo: false, fieldKeys, tickSeconds: 0, wechat: { base: sandboxAddress(), appId: sandboxAccount.appId, secret },
  }, extras)
  onTestFinished(() => stop(running))
  const post = async (path: string, body: unknown, token?: string): Promise<Asked> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const answer = await fetch(`${running.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: answer.status, body: (await answer.json()) as Asked['body'] }
  }
  return { running, codes, post, dataDir, last: () => codes.at(-1) ?? '' }
}

const stopped = new WeakSet<Running>()
async function stop(running: Running): Promise<void> {
  if (stopped.has(running)) return
  stopped.add(running)
  await running.stop()
}

it('a real county is founded on its page, its officers bind their own WeChat, and the next start finds it', async () => {
  const { running, post, last, dataDir } = await start()
  expect(running.founded).toBe(false)
  expect((await fetch(`${running.url}/`)).status).toBe(200)
  expect((await fetch(`${running.url}/readyz`)).status).toBe(503)
  expect((await post('/sessions', { code: 'demo-batu' })).body.code).toBe('not_founded')
  expect((await post('/setup/wechat', { setupCode: last() })).body).toEqual({ well: true, words: '小程序账号可用' })

  const made = (await post('/setup/county', { ...order, setupCode: last() })).body as unknown as Founded
  expect(made.administrators.map(({ kind }) => kind)).toEqual(['system_admin', 'security_admin', 'audit_admin'])
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200)
  expect((await post('/setup/county', { ...order, setupCode: last() })).status).toBe(404)

  const signIn = async (openid: string) => String((await post('/sessions', { code: `demo-${openid}` })).body.token)
  const security = await signIn('batu')
  await post('/post-bindings', { bindingCode: made.administrators[1]?.code }, security)
  const invitation = { name: '王所长', kind: 'cashier', townshipCode: '990102001' }
  expect((await post('/invitations', invitation, security)).body.code).toBe('second_factor_needed')
  // nobody has a PIN in a real county until he sets it on his own phone
  const headers = { authorization: `Bearer ${security}`, 'idempotency-key': 'the-first-pin', 'content-type': 'application/json' }
  expect((await fetch(`${running.url}/api/session/pin`, { method: 'PUT', headers, body: JSON.stringify({ pin: '864209' }) })).status).toBe(200)
  const invited = await post('/invitations', invitation, security)
  expect(invited.status).toBe(201)
  const cashier = await signIn('li-jianguo')
  expect((await post('/post-bindings', { bindingCode: invited.body.code }, cashier)).status).toBe(201)
  const fund = await fetch(`${running.url}/api/funds/F990102001`, { headers: { authorization: `Bearer ${cashier}` } })
  expect(await fund.json()).toMatchObject({ quotaFen: 8_000_000 })
  expect(await (await fetch(`${running.url}/api/policy`)).json()).toMatchObject({ dibaoFen: 75_000, smallCapFen: 75_000 })
  expect((await fetch(`${running.url}/phone`)).status).toBe(404)
  expect((await fetch(`${running.url}/api/demo/people`)).status).toBe(404)

  await stop(running)
  const again = await start(dataDir)
  expect([again.running.founded, again.codes]).toEqual([true, []])
  await stop(again.running)
  expect(verify(`${dataDir}/county.db`).filter(({ bad }) => bad !== null)).toEqual([])
})

it('without the printed code nothing is founded, and guessing makes another code', async () => {
  const { post, codes } = await start()
  const first = codes[0] ?? ''
  for (let n = 0; n < 10; n += 1) expect((await post('/setup/county', { ...order, setupCode: '000000000000' })).body.code).toBe('setup_code')
  expect(codes).toHaveLength(2)
  expect((await post('/setup/county', { ...order, setupCode: first })).body.code).toBe('setup_code')
  expect((await post('/setup/county', { ...order, setupCode: codes[1] })).status).toBe(200)
})

it('what is wrong is named by its field, and nothing is founded', async () => {
  const { running, post, last } = await start()
  const [town, other] = [order.townships[0]!, order.townships[1]!]
  const fields = async (change: Partial<FoundingOrder>) =>
    (await post('/setup/county', { ...order, setupCode: last(), ...change })).body.fields?.map(({ field }) => field)
  expect(await fields({ townships: [town, { ...other, code: town.code }] })).toEqual(['townships.1.code'])
  expect(await fields({ townships: [{ ...town, openingFen: 9_000_000 }] })).toEqual(['townships.0.openingFen'])
  expect(await fields({ townships: [] })).toEqual(['townships'])
  expect(await fields({ administrators: { system: '孙系统', security: '孙系统', audit: '郑审计' } })).toEqual(['administrators'])
  expect(await fields({ phone: 'x', dibaoFen: 1.5 })).toEqual(['dibaoFen'])
  expect(await fields({ phone: 'x' })).toEqual(['phone'])
  expect(await fields({ dibaoFen: 300_001 })).toEqual(['dibaoFen'])
  expect(await fields({ surprise: 1 } as Partial<FoundingOrder>)).toEqual(['surprise'])
  expect((await fetch(`${running.url}/readyz`)).status).toBe(503)
})

it('a WeChat account that does not work is told apart', async () => {
  const { post, last } = await start(undefined, 'another-secret')
  expect((await post('/setup/wechat', { setupCode: last() })).body).toEqual({ well: false, words: 'AppSecret 不对,请核对 WECHAT_SECRET' })
})
