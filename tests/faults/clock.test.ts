import { expect, it, onTestFinished } from 'vitest'
import { verify } from '../../worker/oversight/verify.ts'
import { startServer } from '../../worker/host/serve.ts'
import { steadyClock } from '../../worker/host/steady-clock.ts'
import { fieldKeys, newCounty } from '../support/county.ts'
import type { Crew } from '../support/crew.ts'
import { crewOf } from '../support/crew.ts'
import { Phone } from '../support/phone.ts'
import { decision, idOf, pixel } from '../support/steps.ts'
import { doorAt } from './support/approving.ts'
import { tell, timeout, times } from './support/strength.ts'

const hour = 3_600_000
const walks = times(2, 20)

it(`the clock steps back an hour before each step of ${walks} walks: every step is taken`, { timeout }, async () => {
  const clock = await countyAt('2026-11-23T02:00:00.000Z')
  for (let n = 0; n < walks; n += 1) await clock.walk(() => clock.move(-hour), () => clock.move(2 * hour))
  clock.expectSound()
})

it('writers go on while it steps back; New Year in Beijing comes between them, and again', { timeout }, async () => {
  const clock = await countyAt('2026-12-31T15:59:50.000Z')
  const { crew } = clock
  const count = times(30, 300)
  const requests = await Promise.all(Array.from({ length: count }, () => crew.accepted()))
  const statuses = await Promise.all(requests.map(async (request, n) => {
    clock.move(n === count / 2 ? -hour : 20_000 / count)
    return (await crew.deputy.post(`/requests/${request}/grant`, decision({ amountFen: 1_000 }))).status
  }))
  expect(statuses).toEqual(statuses.map(() => 201))
  await clock.walk(() => clock.move(5_000), () => clock.move(0))
  clock.move(2 * hour)
  await clock.walk(() => clock.move(-hour), () => clock.move(2 * hour))
  tell('New Year', { approvals: statuses.length })
  clock.expectSound()
})

it('a process that starts after the step does not write before what is on file', { timeout }, async () => {
  const clock = await countyAt('2026-11-23T02:00:00.000Z')
  const request = await clock.crew.accepted()
  await clock.restart(-hour)
  expect((await clock.crew.deputy.post(`/requests/${request}/grant`, decision())).status).toBe(201)
  clock.expectSound()
})

it('time goes at half its speed until the clock has caught up; half a day ahead was no time at all', () => {
  let now = Date.parse('2026-11-23T10:00:00.000Z')
  const steps: number[] = []
  const clock = steadyClock(() => new Date(now), null, (ms) => steps.push(ms))
  const after = (ms: number) => {
    now += ms
    return clock().toISOString().slice(11, 19)
  }
  expect([after(0), after(-hour), after(hour), after(hour), after(hour)]).toEqual(['10:00:00', '10:00:00', '10:30:00', '11:00:00', '12:00:00'])
  expect([after(-13 * hour), steps]).toEqual(['23:00:00', [hour, 13 * hour]])
})

/** A server in this process, whose clock is a test's, and the officers of one township at its address. */
async function countyAt(start: string) {
  const county = await newCounty(start)
  await county.services.db.close()
  let now = Date.parse(start)
  const { dataDir, path } = county
  const config = { port: 0, host: '127.0.0.1', dataDir, demo: true, fieldKeys, tickSeconds: 0, wechat: { base: null, appId: null, secret: null } }
  const open = () => startServer(config, { clock: () => new Date(now), log: () => {} })
  let server = await open()
  onTestFinished(() => server.stop())
  const phone = (openid: string) => Phone.signIn((request) => doorAt(server.url)(request), openid)
  const crew = await crewOf({ ...county, phone }, 4)
  return {
    crew,
    move: (ms: number) => { now += ms },
    restart: async (ms: number) => {
      await server.stop()
      now += ms
      server = await open()
    },
    walk: async (before: () => void, after: () => void) => {
      // a session is good for twelve hours, and a walk may take seven
      await Promise.all([crew.coordinator, crew.caseworker, crew.deputy, crew.cashier].map((who) => who.signInAgain()))
      await walk(crew, before, after)
    },
    expectSound: () => expect(verify(path).filter(({ bad }) => bad !== null)).toEqual([]),
  }
}

/** From asking to a cleared explanation, with something happening before and after each step; each must be taken. */
async function walk(crew: Crew, before: () => void, after: () => void): Promise<void> {
  const step = async <Answer extends { status: number; body: unknown }>(act: () => Promise<Answer>): Promise<Answer> => {
    before()
    const reply = await act()
    expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
    after()
    return reply
  }
  before()
  const request = await crew.accepted()
  const grant = idOf(await step(() => crew.deputy.post(`/requests/${request}/grant`, decision({ amountFen: 1_000 }))), 'grantId')
  const payout = `/grants/${grant}/payouts/1`
  await step(() => crew.cashier.post(`${payout}/sending`, {}))
  await step(() => crew.cashier.post(`${payout}/payment`, { bankSerial: grant.slice(-20) }))
  const photo = idOf(await step(() => crew.caseworker.photo(pixel)), 'evidenceId')
  const items = [{ kind: 'RECEIPT', evidenceIds: [photo] }]
  await step(() => crew.caseworker.put(`/grants/${grant}/explanation`, { items }))
  await step(() => crew.deputy.post(`/grants/${grant}/explanation/acceptance`, {}))
}
