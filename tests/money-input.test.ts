import { expect, it } from 'vitest'
import { routes } from '../worker/app.ts'
import { newCounty } from './support/county.ts'
import { rowCounts } from './support/traces.ts'

/** As it stands in the body: what a number may look like and no sum of money is. */
const wrong = ['100.0', '1e3', '1E+3', '100.5', '0.001', '1.005', '-5', '0', '1e-3', '9007199254740992', '9223372036854775808', '1e309', '1000000001',
  '"100"', '"1e3"', '"１２"', '"NaN"', '""', 'null', 'true', '[100]', '{"fen":100}']
const right = ['1', '100', '1000000000']

const moneyRoutes = routes.flatMap((route) => {
  const shape = typeof route.body === 'object' && 'shape' in route.body ? (route.body.shape as Record<string, unknown>) : {}
  return 'amountFen' in shape ? [[`${route.method} ${route.path}`, route] as const] : []
})

it('every route that moves a sum by hand is asked', () => {
  expect(moneyRoutes.map(([name]) => name)).toEqual([
    'POST /households/:id/aid', 'POST /funds/:code/allocations', 'POST /funds/:code/returns', 'POST /funds/:code/withdrawals', 'POST /funds/:code/deposits',
    'POST /funds/:code/interests', 'POST /funds/:code/fees', 'POST /funds/:code/receipts', 'POST /funds/:code/identifications',
    'POST /requests/:id/publication', 'POST /requests/:id/grant', 'POST /grants/:id/payouts/:n/disallowance', 'POST /grants/:id/payouts/:n/recovery',
    'POST /grants/:id/payouts/:n/write-off', 'POST /grants/:id/payouts/:n/reclaim', 'POST /grants/:id/payouts/:n/late-return',
    'POST /requests/:id/county-proposal',
  ])
})

it.each(moneyRoutes)('%s: a sum is whole fen, or the field is named in words and nothing changes', async (_, route) => {
  const county = await newCounty()
  const cashier = await county.phone('t01-chuna')
  const path = route.path.replace(':code', 'F990101001').replace(':id', 'gra_0000000000000000000000').replace(':n', '1')
  const send = (sum: string) =>
    cashier.send(route.method, path, `{"amountFen":${sum},"surplus":1}`, { 'idempotency-key': `sum-of-money-${sum.length}-${encodeURIComponent(sum)}` })
  const before = await rowCounts(county)
  for (const sum of wrong) {
    const { problem } = await send(sum)
    expect(problem, sum).toMatchObject({ code: 'input' })
    expect(problem.fields?.map(({ field }) => field), sum).toContain('amountFen')
  }
  for (const sum of right) expect((await send(sum)).problem.fields?.map(({ field }) => field), sum).not.toContain('amountFen')
  expect(await rowCounts(county)).toEqual(before)
})
