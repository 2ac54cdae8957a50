import { expect, it } from 'vitest'
import { fundCode, newCounty } from '../support/county.ts'
import { acceptance, acceptedRequest, ask, decision, idOf, pixel } from '../support/steps.ts'

/** Published case crash-bedside (RULEBOOK X10, scenario 3): 1000 yuan at the bedside, no papers at all. */
it('a migrant worker hurt in a crash gets 1,000 yuan in cash at the bedside, by two officers', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [grid, caseworker, leader, cashier] = await Promise.all(
    ['t03-wangge', 't03-jingban', 't03-fenguan', 't03-chuna'].map((openid) => county.phone(openid)),
  )
  const cash = async () =>
    (
      await county.rows(
        "SELECT sum(fen) AS fen FROM balances WHERE fund_code = ? AND place IN ('bank.available', 'cash.available')",
        fundCode(3),
      )
    )[0]?.fen
  expect(await cash()).toBe(5_000_000)
  const drawn = await cashier!.post(`/funds/${fundCode(3)}/withdrawals`, {
    amountFen: 500_000,
    bankSerial: 'QX-0928',
    reason: '备现金',
  })
  expect(drawn.body).toMatchObject({ entrySeq: null })
  await (
    await county.phone('t03-caizheng')
  ).post(`/funds/${fundCode(3)}/proposals/${idOf(drawn, 'proposalId')}/confirmation`, {})

  const photo = idOf(await grid!.photo(pixel), 'evidenceId')
  const request = await acceptedRequest(
    grid!,
    caseworker!,
    ask({
      causeCode: 'TRAFFIC',
      story: '外地来打工,被车撞伤,人在县医院',
      townshipCode: '990101003',
      village: '三岔村',
      phone: undefined,
      name: undefined,
      askedFen: 100_000,
      photoIds: [photo],
      onBehalf: { relation: 'coordinator', reason: '人昏迷,没有证件' },
    }),
    acceptance({ payee: undefined }),
  )
  const granted = await leader!.post(
    `/requests/${request}/grant`,
    decision({ track: 'urgent', amountFen: 100_000, channel: 'cash' }),
  )
  expect(granted.status).toBe(201)
  expect(await cash()).toBe(4_900_000)

  const grant = idOf(granted, 'grantId')
  expect((await cashier!.post(`/grants/${grant}/payouts/1/payment`, {})).problem.code).toBe('slip_needed')
  const slip = idOf(await cashier!.photo(pixel), 'evidenceId')
  expect((await cashier!.post(`/grants/${grant}/payouts/1/payment`, { slipEvidenceId: slip })).body).toMatchObject({
    step: 'cash_handed',
  })
  expect((await cashier!.post(`/grants/${grant}/payouts/1/countersignature`, {})).problem.code).toBe(
    'second_person_required',
  )
  expect((await leader!.post(`/grants/${grant}/payouts/1/countersignature`, {})).problem.code).toBe('post_required')
  const paid = await caseworker!.post(`/grants/${grant}/payouts/1/countersignature`, {})
  // 28 September + 5 working days over National Day: 29, 30, 8, 9, 10 (make-up Saturday)
  expect(paid.body).toMatchObject({ step: 'paid', dueOn: '2026-10-10', dueProvisional: false })
  const seen = await caseworker!.get(`/requests/${request}`)
  expect(seen.body).toMatchObject({ status: 'paid' })
  expect((seen.body.timeline as { step: string }[]).map((item) => item.step)).toEqual([
    'submitted',
    'accepted',
    'granted',
    'cash_handed',
    'paid',
  ])
})
