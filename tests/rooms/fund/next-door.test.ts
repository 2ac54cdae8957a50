import { expect, it } from 'vitest'
import { afterwardsOf, paper } from '../../support/afterwards.ts'
import { newCounty } from '../../support/county.ts'
import type { Crew } from '../../support/crew.ts'
import { crewOf, done } from '../../support/crew.ts'
import type { Phone } from '../../support/phone.ts'
import { refused } from '../../support/traces.ts'

const because = { reason: '登记有误' }
const order = (amountFen: number) => ({ amountFen, bankSerial: paper(), reason: '银行回单' })

/** Two funds of other sums; the first has a past: closed, frozen and thawed, undone, turned down, asked for. */
async function start() {
  const county = await newCounty()
  const [crew, there, finance] = await Promise.all([crewOf(county), crewOf(county, 2), county.phone('county-caizheng')])
  const [life, lifeThere] = [afterwardsOf(crew), afterwardsOf(there)]
  const fund = async (of: Crew, phone: Phone = of.reviewer) => (await phone.get(`/funds/${of.fund}`)).body
  const post = (of: Crew, path: string, body: object, who = of.cashier) => who.post(`/funds/${of.fund}/${path}`, body)
  const undone = async (of: Crew, entrySeq: number) => (of === crew ? life : lifeThere).confirmed(post(of, 'undos', { entrySeq, ...because }), of.leader)
  const held = async (of: Crew, place: string) =>
    Number((await county.rows("SELECT fen FROM balances WHERE fund_code = ? AND place = ? AND key = ''", of.fund, place))[0]?.fen)
  return { county, crew, there, finance, life, lifeThere, fund, post, undone, held }
}

it('each fund answers with its own money, whatever lies in the first', async () => {
  const { county, there, finance, lifeThere, post, held, fund } = await start()
  const bank = () => held(there, 'bank.available')
  for (const [path, fen, by] of [['interests', 1_000, 1], ['fees', 300, -1], ['deposits', 5_000, 1], ['receipts', 70, 0]] as const) {
    const before = await bank()
    expect((await done(post(there, path, order(fen)))).body, path).toMatchObject({ fundCode: there.fund, proposalId: null, availableFen: before + by * fen })
    expect(await bank(), path).toBe(before + by * fen)
  }
  for (const [path, fen, by, second] of [['withdrawals', 900, -1, there.reviewer], ['returns', 40, -1, there.leader], ['identifications', 70, 0, there.reviewer]] as const) {
    const before = await bank()
    const { proposalId, availableFen } = (await done(post(there, path, order(fen)))).body
    expect(availableFen, path).toBe(before)
    const confirmed = await done(post(there, `proposals/${String(proposalId)}/confirmation`, {}, second))
    expect(confirmed.body, path).toMatchObject({ availableFen: before + by * fen })
  }
  await lifeThere.confirmed(finance.post(`/funds/${there.fund}/allocations`, order(33)), await lifeThere.assistance())
  const sums = { availableFen: await bank(), cashFen: await held(there, 'cash.available') }
  expect(sums).toEqual({ availableFen: 7_200_000 + 1_000 - 300 + 5_000 - 900 - 40 + 33, cashFen: 800_000 - 5_000 + 900 })
  expect(await fund(there)).toMatchObject(sums)
  const shown = (await finance.get('/funds')).body.items as { code: string }[]
  expect(shown.find(({ code }) => code === there.fund)).toMatchObject(sums)
  await there.granted()
  await there.granted({ channel: 'cash' })
  expect(await fund(there)).toMatchObject({ availableFen: sums.availableFen - 50_000, cashFen: sums.cashFen - 50_000 })
  await done(post(there, 'deposits', order(sums.cashFen - 50_000 - 40_000)))
  const short = await there.deputy.post(`/requests/${await there.accepted()}/grant`, { track: 'small', amountFen: 50_000, channel: 'cash', reason: '急用' })
  expect(short.problem).toMatchObject({ code: 'fund_insufficient', limitFen: 40_000 })
  expect(await county.rows('SELECT count(*) AS n FROM entries WHERE fund_code = ?', 'F990101001')).toEqual([{ n: 2 }])
})

it('what waits, was turned down, closed, frozen or asked for in one fund is not shown of another', async () => {
  const { county, crew, there, finance, fund, post, undone } = await start()
  await done(post(crew, 'interests', order(100)))
  await done(post(there, 'interests', order(100)))
  await undone(crew, 3)
  await done(crew.reviewer.post(`${await crew.proposed()}/dismissal`, because))
  await done(post(crew, 'closings', { untilOn: '2026-08-31' }, crew.reviewer))
  await done(crew.cashier.post(`/funds/${crew.fund}/withdrawals`, order(10)))
  await crew.accepted({ askedFen: 90_000_000 })
  const own = await fund(crew)
  expect(own).toMatchObject({
    entryCount: 4, closedUntil: '2026-08-31', shortFen: 82_000_000, imprest: { parts: [{ part: 'allocate', amountFen: 8_000_000 }] }, proposals: { length: 1 },
  })
  const [head] = await county.rows('SELECT hash FROM entries WHERE fund_code = ? AND seq = 3', there.fund)
  expect(await fund(there)).toMatchObject({
    entryCount: 3, head: head?.hash, closedUntil: null, shortFen: 0, proposals: [], turnedDown: [],
    imprest: { parts: [{ part: 'allocate', amountFen: 8_000_000 }, { part: 'interest', amountFen: 100 }] },
  })
  expect(((await crew.cashier.get(`/funds/${crew.fund}`)).body.turnedDown as unknown[]).length).toBe(1)
  await county.appoint('t01-chuna', 'cashier', there.township)
  expect((await fund(there, crew.cashier)).turnedDown).toEqual([])
  await undone(there, 3)
  expect((await fund(there, finance)).imprest).toMatchObject({ parts: [{ part: 'allocate' }] })
  await refused(county, 'already_undone', () => post(there, 'undos', { entrySeq: 3, ...because }))
})

it('the second signature is asked of who may give it for that order, from his post’s first instant to before its last', async () => {
  const { county, crew, finance, post } = await start()
  await done(post(crew, 'withdrawals', order(10)))
  await done(finance.post(`/funds/${crew.fund}/allocations`, order(20)))
  const asked = async (phone: Phone) => {
    const { proposals } = (await phone.get(`/funds/${crew.fund}`)).body as { proposals: { order: string; mayConfirm: boolean }[] }
    return Object.fromEntries(proposals.map((one) => [one.order, one.mayConfirm]))
  }
  expect(await asked(crew.deputy)).toEqual({ withdraw: true, allocate: false })
  expect(await asked(crew.reviewer)).toEqual({ withdraw: true, allocate: true })
  const write = (sql: string, ...args: string[]) => county.services.db.write([], () => ({ answer: undefined, statements: [{ sql, args }] }))
  const [caseworker] = await county.rows("SELECT person_id FROM posts WHERE kind = 'caseworker' AND township_code = ?", crew.township)
  await write(`INSERT INTO posts (id, person_id, kind, township_code, from_at, journal_id)
    SELECT 'pst_for_an_hour', ?, 'leader', ?, '2026-09-28T03:00:00.000Z', id FROM journal LIMIT 1`, String(caseworker?.person_id), crew.township)
  const at = async (clock: string) => {
    county.setClock(clock)
    return (await asked(crew.caseworker)).withdraw
  }
  expect([await at('2026-09-28T02:59:59.999Z'), await at('2026-09-28T03:00:00.000Z')]).toEqual([false, true])
  await write("UPDATE posts SET until_at = '2026-09-28T04:00:00.000Z' WHERE id = 'pst_for_an_hour'")
  expect([await at('2026-09-28T03:59:59.999Z'), await at('2026-09-28T04:00:00.000Z')]).toEqual([true, false])
})
