import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { ask, idOf, payee } from '../../support/steps.ts'

it('shows a person all that is kept about her, in full, and nothing of anybody else', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [crew, wang] = await Promise.all([crewOf(county), county.phone('wang-xiulan')])
  const request = idOf(await wang.post('/requests', ask({ phone: '13955500077' })))
  await wang.post(`/requests/${request}/payee`, payee)
  // what she files for somebody else is not about her
  await wang.post('/requests', ask({ name: '赵大山', phone: '13955500078', onBehalf: { relation: 'neighbour' } }))
  const { body } = await wang.get('/own/data')
  expect(body).toMatchObject({
    name: '王秀兰', phone: '13900000001',
    requests: [{ phone: '13955500077', story: ask().story, village: '河口村', photoCount: 0, accounts: [{ holder: payee.holder, bank: payee.bank, account: payee.account }] }],
  })
  expect((body.requests as object[]).length).toBe(1)
  expect(JSON.stringify((await crew.caseworker.get('/own/data')).body)).not.toMatch(/13955500077|王秀兰|621700/)
})
