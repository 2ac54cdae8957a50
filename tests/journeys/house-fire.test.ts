import { expect, it } from 'vitest'
import { newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'
import { acceptance, ask, decision, idOf, pixel } from '../support/steps.ts'

/** Published case house-fire (RULEBOOK X11, scenario 7): 2,000 yuan and quilts under one number. */
it('a family whose house burnt gets 2,000 yuan and four quilts under one number', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [wang, crew] = await Promise.all([county.phone('wang-xiulan'), crewOf(county)])
  const before = await county.available()

  const fire = idOf(await wang.photo(pixel), 'evidenceId')
  const asked = await wang.post(
    '/requests',
    ask({ causeCode: 'FIRE', story: '灶房起火,粮食和被褥都烧了,一家四口没处睡', askedFen: 200_000, photoIds: [fire] }),
  )
  expect(asked.body).toMatchObject({ track: 'urgent', dueAt: '2026-09-29T02:00:00.000Z' })
  const request = idOf(asked)
  const members = [
    { name: '王建国', relation: '丈夫' },
    { name: '王小宝', relation: '儿子', idNumber: '99010120151103001X' },
    { name: '王秀梅', relation: '婆婆' },
  ]
  await crew.caseworker.post(`/requests/${request}/acceptance`, acceptance({ household: { members } }))

  const goods = [{ name: '棉被', quantity: 4, valueFen: 48_000 }]
  const granted = await crew.deputy.post(
    `/requests/${request}/grant`,
    decision({ track: 'urgent', amountFen: 200_000, goods }),
  )
  expect(granted.body).toMatchObject({ number: 'LSJZ2026-001-00001-1', amountFen: 200_000 })
  // goods are recorded, the fund pays the money
  expect(await county.available()).toBe(before - 200_000)
  const payout = `/grants/${idOf(granted, 'grantId')}/payouts/1`
  await crew.cashier.post(`${payout}/sending`, {})
  await crew.cashier.post(`${payout}/payment`, { bankSerial: 'BK-0928-7' })

  const seen = await wang.get(`/requests/${request}`)
  expect(seen.body).toMatchObject({
    status: 'paid',
    household: { size: 4 },
    grants: [
      { number: 'LSJZ2026-001-00001-1', amountFen: 200_000, goods, payouts: [{ step: 'paid', paidOn: '2026-09-28' }] },
    ],
  })
  expect((seen.body.grants as { explanation: object }[])[0]?.explanation).toMatchObject({
    state: 'owed',
    dueOn: '2026-10-10',
    owed: ['EVENT_PROOF', 'NARRATIVE', 'RECEIPT'],
  })
})
