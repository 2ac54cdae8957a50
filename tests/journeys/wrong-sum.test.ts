import { expect, it } from 'vitest'
import { newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'
import { decision, idOf } from '../support/steps.ts'

it('a wrong sum is cancelled by the same official and decided again, and the year counts one grant', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [wang, crew] = await Promise.all([county.phone('wang-xiulan'), crewOf(county)])
  const before = await county.available()
  const wrong = await crew.granted({ track: 'urgent', amountFen: 280_000 })
  expect(await county.available()).toBe(before - 280_000)
  expect((await crew.leader.post(`/grants/${wrong.grant}/cancellation`, { reason: '我来改' })).problem.code).toBe(
    'not_your_decision',
  )
  expect((await wang.post(`/grants/${wrong.grant}/cancellation`, { reason: '我来改' })).problem.code).toBe(
    'post_required',
  )

  county.setClock('2026-09-28T02:10:00.000Z')
  await crew.deputy.post(`/grants/${wrong.grant}/cancellation`, { reason: '多写了,应为 800 元' })
  expect(await county.available()).toBe(before)
  county.setClock('2026-09-28T02:20:00.000Z')
  const right = await crew.deputy.post(`/requests/${wrong.request}/grant`, decision({ amountFen: 80_000 }))
  expect(right.body).toMatchObject({ number: 'LSJZ2026-001-00001-2', fund: { availableFen: before - 80_000 } })

  // the cancelled one is never sent, the right one is
  expect((await crew.cashier.post(`${wrong.payout}/sending`, {})).problem.code).toBe('request_not_open')
  expect((await crew.cashier.post(`/grants/${idOf(right, 'grantId')}/payouts/1/sending`, {})).status).toBe(201)
  const { body } = await crew.deputy.get(`/requests/${wrong.request}`)
  expect((body.timeline as { step: string; words: string | null }[]).map(({ step }) => step)).toEqual(
    expect.arrayContaining(['granted', 'cancelled', 'granted', 'sent']),
  )
  expect(body.grants).toMatchObject([
    { amountFen: 280_000, cancelledAt: '2026-09-28T02:10:00.000Z', payouts: [{ step: 'released' }] },
    { amountFen: 80_000, cancelledAt: null },
  ])
})
