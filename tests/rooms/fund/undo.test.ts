import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const start = async () => {
  const county = await newCounty()
  const [crew, there, finance, assistance] = await Promise.all([
    crewOf(county),
    crewOf(county, 2),
    county.phone('county-caizheng'),
    county.phone('county-jiuzhu'),
  ])
  return {
    county,
    crew,
    there,
    finance,
    assistance,
    path: `/funds/${crew.fund}/undos`,
    confirm: (id: string) => `/funds/${crew.fund}/proposals/${id}/confirmation`,
  }
}
const undo = { entrySeq: 2, reason: '提现登记错了' }

it('the mirror image of one entry, proposed by one and confirmed by another', async () => {
  const { county, crew, path, confirm } = await start()
  const before = await county.available()
  const reply = await repeatable(county, (body, key) => crew.cashier.post(path, body, key), undo, {
    ...undo,
    reason: '写错',
  })
  await journaled(county, 'fund.undo', idOf(reply, 'proposalId'), 't01-chuna')
  const twice = idOf(await crew.cashier.post(path, undo), 'proposalId')
  expect((await crew.reviewer.post(confirm(idOf(reply, 'proposalId')), {})).body).toMatchObject({
    entrySeq: 3,
    availableFen: before + 800_000,
  })
  expect(
    await county.rows(
      'SELECT event, debit_place, credit_place, fen, undoes FROM entries WHERE fund_code = ? AND seq = 3',
      crew.fund,
    ),
  ).toEqual([{ event: 'undo', debit_place: 'bank.available', credit_place: 'cash.available', fen: 800_000, undoes: 2 }])
  await refused(county, 'already_undone', () => crew.cashier.post(path, undo))
  await refused(county, 'already_undone', () => crew.reviewer.post(confirm(twice), {}))
})

it('what is already spent is not undone', async () => {
  const { county, crew, finance, assistance, path, confirm } = await start()
  await crew.granted()
  const proposal = idOf(await finance.post(path, { ...undo, entrySeq: 1 }), 'proposalId')
  await refused(county, 'fund_insufficient', () => assistance.post(confirm(proposal), {}))
})

it("a grant's entries have their own moves; an unknown entry is a wrong field", async () => {
  const { county, crew, path } = await start()
  await crew.granted()
  for (const entrySeq of [3, 99]) {
    expect(
      (await refused(county, 'input', () => crew.reviewer.post(path, { ...undo, entrySeq }))).problem.fields?.[0],
    ).toMatchObject({ field: 'entrySeq', message: '这一笔不能冲正;批准用撤销,核销用退回' })
  }
})

it('only who could have made the entry proposes to undo it', async () => {
  const { county, crew, there, finance, path } = await start()
  await refused(county, 'post_required', () => crew.leader.post(path, undo))
  await refused(county, 'out_of_scope', () => there.cashier.post(path, undo))
  await refused(county, 'not_found', () => crew.cashier.post('/funds/F000000000/undos', undo))
  await refused(county, 'post_required', () => crew.cashier.post(path, { ...undo, entrySeq: 1 }))
  await refused(county, 'post_required', () => finance.post(path, undo))
  for (const entrySeq of [1, 2]) expect((await crew.reviewer.post(path, { ...undo, entrySeq })).status).toBe(201)
})

it('a serial whose entry is undone may be written again', async () => {
  const { county, crew, path, confirm } = await start()
  const order = { amountFen: 1_000, bankSerial: 'CK-0928-01', reason: '存回' }
  const deposit = () => crew.cashier.post(`/funds/${crew.fund}/deposits`, order)
  const { entrySeq } = (await deposit()).body
  await refused(county, 'paper_used', deposit)
  const proposal = idOf(await crew.cashier.post(path, { entrySeq, reason: '写错' }), 'proposalId')
  await refused(county, 'paper_used', deposit)
  expect((await crew.reviewer.post(confirm(proposal), {})).status).toBe(201)
  expect((await deposit()).status).toBe(201)
  await refused(county, 'paper_used', deposit)
})

it('an order of two people may be proposed anew with the serial of its undone entry', async () => {
  const { county, crew, path, confirm } = await start()
  const order = { amountFen: 800_000, bankSerial: 'QX990101001A', reason: '备现金' }
  const withdraw = () => crew.cashier.post(`/funds/${crew.fund}/withdrawals`, order)
  await refused(county, 'paper_used', withdraw)
  await crew.reviewer.post(confirm(idOf(await crew.cashier.post(path, undo), 'proposalId')), {})
  const again = idOf(await withdraw(), 'proposalId')
  expect((await crew.reviewer.post(confirm(again), {})).status).toBe(201)
})

it('a payment that was entered wrongly is undone, also when the second person comes the next day', async () => {
  const { county, crew, path, confirm } = await start()
  const file = await crew.paid()
  const proposal = idOf(await crew.cashier.post(path, { entrySeq: 5, reason: '流水号写错' }), 'proposalId')
  county.setClock('2026-09-29T02:00:00.000Z')
  await crew.leader.signInAgain()
  expect((await crew.leader.post(confirm(proposal), {})).status).toBe(201)
  expect(
    await county.rows('SELECT place, fen FROM balances WHERE key = ? AND fen > 0', `${file.grant}.1`),
  ).toEqual([{ place: 'bank.sent', fen: 50_000 }])
})
