import { expect, it } from 'vitest'
import { newCounty } from '../support/county.ts'
import { crewOf, forSomebody } from '../support/crew.ts'
import { acceptance, ask, decision, idOf, pixel } from '../support/steps.ts'

/** N-14: the village finds, files and helps; RULEBOOK case grandmother-four. */
it('a coordinator files for a woman of 77 without a phone, and follows the case to the end', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const asked = await crew.coordinator.post(
    '/requests',
    forSomebody(crew.township, {
      causeCode: 'OTHER',
      story: '一个人带四个孙子,最近实在揭不开锅',
      village: '石桥村',
      name: '张桂英',
      askedFen: 248_400,
      onBehalf: { relation: 'coordinator', reason: '入户走访发现', witness: '李春花' },
    }),
  )
  const request = idOf(asked)
  const cash = acceptance({
    payee: undefined,
    household: { members: [1, 2, 3, 4].map((n) => ({ name: `张小${'一二三四'[n - 1]}`, relation: '孙子' })) },
  })
  await crew.caseworker.post(`/requests/${request}/acceptance`, cash)
  expect((await crew.coordinator.get(`/requests/${request}`)).body).toMatchObject({
    name: '张桂英',
    filedBy: { relation: 'coordinator' },
    household: { size: 5 },
    actions: ['addPhotos', 'withdraw'],
  })
  await crew.caseworker.post(`/requests/${request}/payee`, {
    kind: 'passbook',
    holder: '张桂英',
    bank: '示范县农村信用社',
    account: '62170099010000077',
    relation: 'self',
  })
  const grant = idOf(
    await crew.deputy.post(`/requests/${request}/grant`, decision({ track: 'urgent', amountFen: 248_400 })),
    'grantId',
  )
  await crew.cashier.post(`/grants/${grant}/payouts/1/sending`, {})
  await crew.cashier.post(`/grants/${grant}/payouts/1/payment`, { bankSerial: 'BK-0928-9' })
  const photo = idOf(await crew.coordinator.photo(pixel), 'evidenceId')
  const items = [
    { kind: 'NARRATIVE', text: '买了米面油和孩子的鞋' },
    { kind: 'RECEIPT', evidenceIds: [photo] },
  ]
  expect((await crew.coordinator.put(`/grants/${grant}/explanation`, { items })).status).toBe(200)
  expect((await crew.reviewer.post(`/grants/${grant}/explanation/acceptance`, {})).status).toBe(201)
  expect((await crew.coordinator.get('/requests?queue=mine')).body.items).toMatchObject([
    { id: request, name: '张桂英', status: 'closed', grantedFen: 248_400 },
  ])
})

it("Wang files for her neighbour: both see the telephone she gave; his id number stays his", async () => {
  const county = await newCounty()
  const [wang, batu] = await Promise.all([county.phone('wang-xiulan'), county.phone('batu')])
  const forBatu = {
    name: '巴图·那顺',
    phone: '13900000004',
    idNumber: '990101199202290029',
    onBehalf: { relation: 'neighbour' as const },
  }
  const request = idOf(await wang.post('/requests', ask(forBatu)))
  expect((await batu.get(`/requests/${request}`)).body).toMatchObject({
    name: '巴图·那顺',
    phone: '13900000004',
    filedBy: { relation: 'neighbour' },
  })
  expect((await wang.get(`/requests/${request}`)).body).toMatchObject({
    phone: '13900000004',
    idNumber: '990101********0029',
  })
  expect((await wang.post(`/requests/${request}/withdrawal`, {})).status).toBe(201)
  expect((await batu.get(`/requests/${request}`)).body.status).toBe('withdrawn')
})
