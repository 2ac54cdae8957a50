import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { acceptance, ask, decision, idOf, payee, pixel } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

it('the bank says paid: serial and day fix when the explanation is due', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const { grant, payout } = await crew.sent()
  const reply = await repeatable(
    county,
    (body, key) => crew.cashier.post(`${payout}/payment`, body, key),
    { bankSerial: 'BK-0001' },
    { bankSerial: 'BK-0002' },
  )
  expect(reply.body).toEqual({
    grantId: grant,
    payout: 1,
    step: 'paid',
    at: expect.any(String),
    dueOn: '2026-10-10',
    dueProvisional: false,
  })
  await journaled(county, 'grants.pay', `${grant}.1`, 't01-chuna')
  expect(await county.rows('SELECT place FROM balances WHERE key = ? AND fen > 0', `${grant}.1`)).toEqual([
    { place: 'awaiting' },
  ])
  await refused(county, 'place_overdrawn', () => crew.cashier.post(`${payout}/payment`, { bankSerial: 'BK-0003' }))
})

it('needs the serial, once, on a day between the approval and today', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const [one, two] = [await crew.sent(), await crew.sent()]
  const pay = (body: object) => () => crew.cashier.post(`${one.payout}/payment`, body)
  const needed = await refused(county, 'bank_serial_needed', pay({}))
  expect(needed.problem.fields).toEqual([{ field: 'bankSerial', label: '银行流水号', message: '请填银行流水号' }])
  for (const paidOn of ['2026-09-27', '2026-09-29', '2099-01-01', '1900-01-01'])
    await refused(county, 'paid_on_wrong', pay({ bankSerial: 'BK-0001', paidOn }))
  const tomorrow = await refused(county, 'paid_on_wrong', pay({ bankSerial: 'BK-0001', paidOn: '2026-09-29' }))
  expect(tomorrow.problem.fields).toEqual([{ field: 'paidOn', label: '到账日期', message: '到账日期不能在今天之后' }])
  await crew.cashier.post(`${two.payout}/payment`, { bankSerial: 'BK-0001', paidOn: '2026-09-28' })
  await refused(county, 'paper_used', pay({ bankSerial: 'BK-0001' }))
})

it('needs the cashier of the township and a payout that exists; a transfer that was not sent is not paid', async () => {
  const county = await newCounty()
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const { payout } = await crew.sent()
  const serial = { bankSerial: 'BK-0001' }
  await refused(county, 'post_required', () => crew.reviewer.post(`${payout}/payment`, serial))
  await refused(county, 'post_required', () => crew.caseworker.post(`${payout}/payment`, serial))
  await refused(county, 'out_of_scope', () => there.cashier.post(`${payout}/payment`, serial))
  await refused(county, 'not_found', () => crew.cashier.post('/grants/gra_0000000000000000/payouts/1/payment', serial))
  const held = await crew.granted()
  await refused(county, 'place_overdrawn', () => crew.cashier.post(`${held.payout}/payment`, serial))
})

it('cash needs a slip that its own officer photographed, once', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { payout } = await crew.granted({ channel: 'cash' })
  const slip = async (phone = crew.cashier) => ({ slipEvidenceId: idOf(await phone.photo(pixel), 'evidenceId') })
  const [mine, theirs] = [await slip(), await slip(crew.caseworker)]
  const needed = await refused(county, 'slip_needed', () => crew.cashier.post(`${payout}/payment`, {}))
  expect(needed.problem.fields).toEqual([{ field: 'slipEvidenceId', label: '签领单照片', message: '请拍签领单' }])
  const unknown = await refused(county, 'evidence_unknown', () => crew.cashier.post(`${payout}/payment`, theirs))
  expect(unknown.problem.fields).toMatchObject([{ field: 'slipEvidenceId' }])
  expect((await crew.cashier.post(`${payout}/payment`, mine)).body).toMatchObject({ step: 'cash_handed', dueOn: null, dueProvisional: false })
  await refused(county, 'slip_waiting', () => crew.caseworker.post(`${payout}/payment`, theirs))
})

it('one photo is the slip of one payout', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const [one, two] = [await crew.granted({ channel: 'cash' }), await crew.granted({ channel: 'cash' })]
  const slipEvidenceId = idOf(await crew.cashier.photo(pixel), 'evidenceId')
  expect((await crew.cashier.post(`${one.payout}/payment`, { slipEvidenceId })).status).toBe(201)
  await refused(county, 'evidence_used', () => crew.cashier.post(`${two.payout}/payment`, { slipEvidenceId }))
  const own = Uint8Array.from([...pixel, 0])
  const again = idOf(await crew.cashier.photo(own), 'evidenceId')
  expect((await crew.cashier.post(`${two.payout}/payment`, { slipEvidenceId: again })).status).toBe(201)
})

it('neither who approved nor who gains pays', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const transfer = await crew.sent()
  await county.appoint('t01-fenguan', 'cashier', crew.township)
  await refused(county, 'cashier_is_reviewer', () =>
    crew.deputy.post(`${transfer.payout}/payment`, { bankSerial: 'BK-0001' }),
  )
  const own = idOf(await crew.cashier.post('/requests', ask({ phone: '13900000077' })))
  await crew.caseworker.post(
    `/requests/${own}/acceptance`,
    acceptance({ payee: { ...payee, relation: 'spouse', authority: 'letter' } }),
  )
  const grant = idOf(await crew.deputy.post(`/requests/${own}/grant`, decision({ channel: 'cash' })), 'grantId')
  const slip = idOf(await crew.cashier.photo(pixel), 'evidenceId')
  await refused(county, 'beneficiary', () =>
    crew.cashier.post(`/grants/${grant}/payouts/1/payment`, { slipEvidenceId: slip }),
  )
})

it('a year without a calendar says so instead of guessing', async () => {
  const county = await newCounty()
  // as if nobody had imported the days of 2030 yet
  county.setClock('2029-12-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const { payout } = await crew.sent()
  await refused(county, 'calendar_missing', () => crew.cashier.post(`${payout}/payment`, { bankSerial: 'BK-0001' }))
})
