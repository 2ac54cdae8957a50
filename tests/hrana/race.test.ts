import { createClient } from '@libsql/client/web'
import { expect, onTestFinished, test } from 'vitest'
import { hrana } from '../../db/hrana.ts'
import { openRemote } from '../../db/remote.ts'
import { createApp } from '../../worker/app.ts'
import { newCounty } from '../support/county.ts'
import { acceptedCrowd } from '../support/crowd.ts'
import { Phone } from '../support/phone.ts'
import { decision } from '../support/steps.ts'

type Wire = { handle(request: Request): Promise<Response>; asked: number }

/** The same county, reached over HTTP as a Worker reaches it: a client per request. */
async function remoteCounty() {
  const county = await newCounty()
  const house = hrana(county.path)
  onTestFinished(() => house.close())
  const wire: Wire = { asked: 0, handle: (request) => house.handle(request) }
  const fetch = (request: Request) => {
    wire.asked += 1
    return wire.handle(request)
  }
  const app = createApp({
    services: () => ({ ...county.services, db: openRemote(createClient({ url: 'http://county.test', fetch })) }), checkAnswers: true,
  })
  const phone = (openid: string) => Phone.proven((request) => app.fetch(request), openid)
  return { county, house, wire, phone }
}

test('fifty approvals at once of a fund for ten: exactly ten', async () => {
  const { county, wire, phone } = await remoteCounty()
  const township = 10
  const available = await county.available(township)
  const amountFen = Math.floor(available / 10.5)
  const requests = await acceptedCrowd(county, 50, amountFen, township)
  const leader = await phone('t10-fenguan')
  wire.asked = 0
  const from = performance.now()
  const replies = await Promise.all(requests.map((id) => leader.post(`/requests/${id}/grant`, decision({ track: 'urgent', amountFen }))))
  const ms = Math.round(performance.now() - from)
  const granted = replies.filter((reply) => reply.status === 201)
  const refused = replies.filter((reply) => reply.status !== 201).map((reply) => reply.problem.code)
  process.stdout.write(`50 approvals over HTTP: ${ms} ms, ${wire.asked} round trips, ${granted.length} granted\n`)
  expect(granted).toHaveLength(10)
  expect(refused).toEqual(Array.from({ length: 40 }, () => 'fund_insufficient'))
  expect(await county.available(township)).toBe(available - 10 * amountFen)
  const [chain] = await county.rows("SELECT count(*) AS n, max(seq) AS last FROM entries WHERE fund_code = 'F990101010'")
  expect(chain?.n).toBe(chain?.last)
})

test('an approval costs two round trips; one that met another costs the facts again, in turn', async () => {
  const { county, wire, phone } = await remoteCounty()
  const [first = '', second = '', third = ''] = await acceptedCrowd(county, 3, 50_000)
  const leader = await phone('t04-fenguan')
  wire.asked = 0
  expect((await leader.post(`/requests/${first}/grant`, decision())).status).toBe(201)
  expect(wire.asked).toBe(2)
  wire.asked = 0
  const both = await Promise.all([second, third].map((id) => leader.post(`/requests/${id}/grant`, decision())))
  expect(both.map(({ status }) => status)).toEqual([201, 201])
  expect(wire.asked).toBe(2 + 2 + 3)
})

test('two officials on one fund: the one with the stale head asks again in turn, and both get through', async () => {
  const { county, house, wire, phone } = await remoteCounty()
  const [first = '', second = ''] = await acceptedCrowd(county, 2, 50_000)
  const officials = await Promise.all([phone('t04-fenguan'), phone('t04-zhuyao')])
  const facts = Promise.withResolvers<void>()
  let read = 0
  // both have read the same head before either writes
  wire.handle = async (request) => {
    const response = await house.handle(request)
    read += 1
    if (read === 2) facts.resolve()
    if (read <= 2) await facts.promise
    return response
  }
  wire.asked = 0
  const replies = await Promise.all([first, second].map((id, n) => officials[n]!.post(`/requests/${id}/grant`, decision())))
  expect(replies.map(({ status }) => status)).toEqual([201, 201])
  expect(wire.asked).toBe(2 + 2 + 3)
  const entries = await county.rows("SELECT made_by, prev FROM entries WHERE event = 'reserve'")
  expect(new Set(entries.map((entry) => entry.made_by)).size).toBe(2)
  expect(new Set(entries.map((entry) => entry.prev)).size).toBe(2)
})

test('a database out of reach is busy; what it kept is replayed', async () => {
  const { county, house, wire, phone } = await remoteCounty()
  const [id = ''] = await acceptedCrowd(county, 1, 50_000)
  const leader = await phone('t04-fenguan')
  wire.handle = () => Promise.reject(new TypeError('fetch failed'))
  const unreached = await leader.post(`/requests/${id}/grant`, decision())
  expect([unreached.status, unreached.problem.code]).toEqual([503, 'busy'])
  wire.handle = async (request) => {
    const response = await house.handle(request)
    return wire.asked % 2 === 0 ? new Response('gone', { status: 502 }) : response
  }
  wire.asked = 0
  const key = 'the-same-key-twice'
  const lost = await leader.post(`/requests/${id}/grant`, decision(), key)
  expect([lost.status, lost.problem.code]).toEqual([503, 'busy'])
  wire.handle = (request) => house.handle(request)
  const again = await leader.post(`/requests/${id}/grant`, decision(), key)
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
  expect(await county.rows('SELECT id FROM grants')).toHaveLength(1)
})
