import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import type { Crew } from '../../support/crew.ts'
import { crewOf } from '../../support/crew.ts'
import type { Phone } from '../../support/phone.ts'
import { acceptance, ask, decision, idOf } from '../../support/steps.ts'

it('who asked, who filed and who handles the case see it; nobody else learns that it exists', async () => {
  const county = await newCounty()
  const [wang, li, here, there, system] = await Promise.all([
    county.phone('wang-xiulan'),
    county.phone('li-jianguo'),
    crewOf(county),
    crewOf(county, 2),
    county.phone('county-xitong'),
  ])
  const request = idOf(await wang.post('/requests', ask()))
  const status = async (phone: Phone) => (await phone.get(`/requests/${request}`)).status
  for (const phone of [wang, here.caseworker, here.leader, here.cashier, here.reviewer])
    expect(await status(phone), phone.openid).toBe(200)
  for (const phone of [li, here.coordinator, there.caseworker, there.leader, system])
    expect(await status(phone), phone.openid).toBe(404)
  expect((await li.get(`/requests/${request}`)).problem.title).toBe(
    (await li.get('/requests/req_0000000000000000')).problem.title,
  )
})

it('the deciding screen shows balance, limits, chain, due day and what stands against it', async () => {
  const county = await newCounty('2026-09-30T02:00:00.000Z')
  const [wang, crew] = await Promise.all([county.phone('wang-xiulan'), crewOf(county)])
  const request = idOf(await wang.post('/requests', ask({ causeCode: 'FIRE', askedFen: 200_000 })))
  await crew.caseworker.post(`/requests/${request}/acceptance`, acceptance())
  const { decision: screen } = (await crew.deputy.get(`/requests/${request}`)).body
  expect(screen).toMatchObject({
    fundCode: crew.fund,
    availableFen: 7_200_000,
    cashFen: 800_000,
    quotaFen: 8_000_000,
    smallCapFen: 82_800,
    urgentCeilingFen: 300_000,
    cashCapFen: 100_000,
    explanationDays: 5,
    dueOn: '2026-10-13',
    dueProvisional: false,
    hasPayee: true,
    chain: [],
    grantsThisYear: 0,
    duplicates: [],
    blockers: [],
    owed: { small: ['NARRATIVE'], urgent: ['EVENT_PROOF', 'NARRATIVE', 'RECEIPT'] },
  })
  expect((await crew.caseworker.get(`/requests/${request}`)).body.decision).toMatchObject({
    blockers: [{ code: 'post_required' }, { code: 'same_person' }],
  })
  expect((await wang.get(`/requests/${request}`)).body.decision).toBeNull()
})

it('who is no officer of the case gets no deciding screen; who only looks on gets none either', async () => {
  const county = await newCounty()
  const [wang, auditor, finance, crew] = await Promise.all([
    county.phone('wang-xiulan'),
    county.phone('county-shenji'),
    county.phone('county-caizheng'),
    crewOf(county),
  ])
  const filed = await crew.accepted()
  const own = idOf(await wang.post('/requests', ask()))
  const screen = async (phone: Phone, request: string) => (await phone.get(`/requests/${request}`)).body.decision
  for (const phone of [auditor, finance, crew.coordinator]) expect(await screen(phone, filed), phone.openid).toBeNull()
  expect(await screen(wang, own)).toBeNull()
  for (const phone of [crew.caseworker, crew.deputy, crew.reviewer])
    expect(await screen(phone, filed), phone.openid).toMatchObject({ fundCode: crew.fund })
})

it('an applicant who explains herself stays masked for who only looks on; an officer is named', async () => {
  const county = await newCounty()
  const [wang, auditor, crew] = await Promise.all([
    county.phone('wang-xiulan'),
    county.phone('county-shenji'),
    crewOf(county),
  ])
  const request = idOf(await wang.post('/requests', ask()))
  await crew.caseworker.post(`/requests/${request}/acceptance`, acceptance())
  const wish = decision({ track: 'urgent' })
  const grant = idOf(await crew.deputy.post(`/requests/${request}/grant`, wish), 'grantId')
  const file = (phone: Phone) =>
    phone.put(`/grants/${grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '情况说明' }] })
  const filedBy = async (phone: Phone) => {
    const { grants } = (await phone.get(`/requests/${request}`)).body as { grants: { explanation: object }[] }
    return grants[0]?.explanation
  }
  await file(wang)
  expect(await filedBy(auditor)).toMatchObject({ filedBy: '王*', items: [] })
  for (const phone of [wang, crew.cashier]) expect(await filedBy(phone)).toMatchObject({ filedBy: '王秀兰' })
  await file(crew.caseworker)
  const { person } = (await crew.caseworker.get('/session')).body as { person: { name: string } }
  expect(await filedBy(auditor)).toMatchObject({ filedBy: person.name })
})

it('every view says what this caller may do next, and no more', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const actions = async (request: string) =>
    Object.fromEntries(
      await Promise.all(
        (['coordinator', 'caseworker', 'reviewer', 'cashier', 'deputy', 'leader'] as const).map(
          async (name: keyof Crew & string) => [
            name,
            (await crew[name as 'cashier'].get(`/requests/${request}`)).body.actions,
          ],
        ),
      ),
    )
  const granted = await crew.granted({ track: 'urgent' })
  expect(await actions(granted.request)).toEqual({
    coordinator: ['fileExplanation'],
    caseworker: ['fileExplanation'],
    reviewer: [],
    cashier: ['send', 'fileExplanation'],
    deputy: ['cancelGrant', 'fileExplanation'],
    leader: ['fileExplanation'],
  })
  const handed = await crew.handed()
  expect(await actions(handed.request)).toMatchObject({
    caseworker: ['countersign', 'fileExplanation'],
    reviewer: ['countersign'],
    cashier: ['voidSlip', 'fileExplanation'],
  })
  const accepted = await crew.accepted()
  expect(await actions(accepted)).toMatchObject({
    coordinator: ['addPhotos', 'withdraw'],
    caseworker: ['escalate', 'refuse', 'setPayee', 'addPhotos'],
    cashier: ['addPhotos'],
    deputy: ['grant', 'escalate', 'refuse', 'addPhotos'],
    reviewer: [],
  })
  const paid = await crew.paid()
  expect(await actions(paid.request)).toMatchObject({
    caseworker: ['fileExplanation', 'acceptExplanation', 'returnExplanation'],
    reviewer: ['acceptExplanation', 'returnExplanation'],
    deputy: ['fileExplanation'],
  })
})
