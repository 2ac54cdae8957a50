import { expect, it } from 'vitest'
import { newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'
import { idOf, pixel } from '../support/steps.ts'

it('an explanation is sent back for a blurred photo, filed again, and accepted: the fen are cleared', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const { request, grant } = await crew.paid({ track: 'urgent', amountFen: 150_000 })
  const path = `/grants/${grant}/explanation`
  const explanation = async () =>
    ((await crew.caseworker.get(`/requests/${request}`)).body.grants as { explanation: object }[])[0]?.explanation
  const file = async (text: string) =>
    crew.caseworker.put(path, {
      items: [
        { kind: 'NARRATIVE', text },
        { kind: 'RECEIPT', evidenceIds: [idOf(await crew.caseworker.photo(pixel), 'evidenceId')] },
      ],
    })
  await file('住院费 1200 元,余款买药')
  await crew.reviewer.post(`${path}/return`, { reason: '收据照片看不清' })
  expect(await explanation()).toMatchObject({ state: 'returned', returnReason: '收据照片看不清', acceptedAt: null })
  expect((await crew.caseworker.get('/requests?queue=explain')).body.items).toMatchObject([
    { id: request, status: 'paid' },
  ])

  county.setClock('2026-09-28T03:00:00.000Z')
  expect((await file('住院费 1200 元,余款买药,收据重拍')).body).toMatchObject({ filing: 2 })
  expect(await explanation()).toMatchObject({ state: 'filed', returnReason: null, filedAt: '2026-09-28T03:00:00.000Z' })
  await crew.deputy.post(`${path}/acceptance`, {})
  expect(await explanation()).toMatchObject({ state: 'accepted', daysLeft: null })
  const places = await county.rows(
    'SELECT place, sum(fen) AS fen FROM balances WHERE fund_code = ? GROUP BY place HAVING sum(fen) > 0 ORDER BY place',
    crew.fund,
  )
  expect(places).toEqual([
    { place: 'bank.available', fen: 7_050_000 },
    { place: 'cash.available', fen: 800_000 },
    { place: 'cleared', fen: 150_000 },
    { place: 'county', fen: 8_000_000 },
  ])
})
