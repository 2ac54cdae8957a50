import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const wrong = { reason: '金额多写了一个零' }

it.each(['transfer', 'cash'] as const)(
  'the same official cancels before it is sent: the fen of a %s go back',
  async (channel) => {
    const county = await newCounty()
    const crew = await crewOf(county)
    const spendable = () =>
      county.rows(
        "SELECT place, fen FROM balances WHERE fund_code = ? AND place LIKE '%.available' ORDER BY place",
        crew.fund,
      )
    const before = await spendable()
    const { request, grant } = await crew.granted({ channel })
    const reply = await repeatable(
      county,
      (body, key) => crew.deputy.post(`/grants/${grant}/cancellation`, body, key),
      wrong,
      { reason: '重复了' },
    )
    expect(reply.body).toMatchObject({ grantId: grant, fund: { code: crew.fund, availableFen: before[0]?.fen } })
    expect(await spendable()).toEqual(before)
    await journaled(county, 'grants.cancel', grant, 't01-fenguan')
    await refused(county, 'request_not_open', () => crew.deputy.post(`/grants/${grant}/cancellation`, wrong))
    expect((await crew.deputy.get(`/requests/${request}`)).body).toMatchObject({ status: 'accepted' })
  },
)

it('needs the one who approved, with his post, in his township', async () => {
  const county = await newCounty()
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const { grant } = await crew.granted()
  const path = `/grants/${grant}/cancellation`
  await refused(county, 'not_your_decision', () => crew.leader.post(path, wrong))
  await refused(county, 'post_required', () => crew.cashier.post(path, wrong))
  await refused(county, 'out_of_scope', () => there.leader.post(path, wrong))
  await refused(county, 'not_found', () => crew.deputy.post('/grants/gra_0000000000000000/cancellation', wrong))
})

it('what is sent, or handed over, is not cancelled', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  for (const { grant } of [await crew.sent(), await crew.handed()]) {
    await refused(county, 'cannot_cancel', () => crew.deputy.post(`/grants/${grant}/cancellation`, wrong))
  }
})
