import { expect, it } from 'vitest'
import { newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'
import { ask, decision, idOf } from '../support/steps.ts'

/** N-50, N-51, scenario 32: no refusal without facts and reason; review within 60 days. */
it('Wang reads why not, until when she may ask for a review, and whom she can call', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [wang, crew] = await Promise.all([county.phone('wang-xiulan'), crewOf(county)])
  const request = idOf(await wang.post('/requests', ask()))
  const no = {
    code: 'LIABLE_PARTY_PAYS',
    facts: '工地已垫付医药费并发放误工费',
    reason: '应由责任方赔付,已告知可申请劳动仲裁',
  }
  for (const part of ['facts', 'reason', 'code'] as const) {
    const { [part]: _, ...rest } = no
    const { problem } = await crew.leader.post(`/requests/${request}/refusal`, rest)
    expect(problem).toMatchObject({ code: 'input', fields: [{ field: part }] })
  }
  expect((await crew.leader.post(`/requests/${request}/refusal`, no)).status).toBe(201)

  const { body } = await wang.get(`/requests/${request}`)
  expect(body).toMatchObject({ status: 'refused', refusal: { ...no, reviewUntilOn: '2026-11-27' }, actions: [] })
  expect(body.timeline).toMatchObject([
    { step: 'submitted' },
    { step: 'refused', unit: '青山镇', phone: '0990-7800101', by: expect.any(String), words: no.reason },
  ])
  expect((await crew.deputy.post(`/requests/${request}/grant`, decision())).problem.code).toBe('request_not_open')
  // she may ask again when something has changed
  expect((await wang.post('/requests', ask({ causeCode: 'ILLNESS', story: '感染住院,工地不再垫付' }))).status).toBe(201)
})
