import { expect, it } from 'vitest'
import { heed } from '../../worker/host/heed.ts'
import { nightlyVerify } from '../../worker/host/nightly-verify.ts'
import { tick } from '../../worker/rounds/index.ts'
import { fieldKeys, fundCode, newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'
import { decision } from '../support/steps.ts'
import { findings, tamper } from '../support/tamper.ts'

it('the night finds two funds wrong: both are stopped, the others go on; set right again, they go on too', async () => {
  const county = await newCounty()
  const crews = await Promise.all([1, 2, 3].map((number) => crewOf(county, number)))
  for (const crew of crews) await crew.paid()
  const waiting = await Promise.all(crews.map((crew) => crew.accepted()))
  const approve = async (index: number) =>
    (await crews[index]?.deputy.post(`/requests/${waiting[index]}/grant`, decision({ amountFen: 1_000 })))?.problem.code
  const night = async (day: string) => {
    county.setClock(`${day}T02:00:00.000Z`)
    expect((await tick(county.services, [nightlyVerify({ dataDir: county.dataDir, fieldKeys }, heed)]))?.[0]?.outcome).toBe('done')
  }
  const bend = (paper: string) => tamper(county.path, 'entries',
    `UPDATE entries SET paper = ${paper} WHERE event = 'paid' AND fund_code IN ('${fundCode(1)}', '${fundCode(2)}')`)

  bend("'Z' || paper")
  await night('2026-09-29')
  expect((await county.rows('SELECT fund_code FROM open_freezes ORDER BY fund_code')).map((row) => row.fund_code)).toEqual([fundCode(1), fundCode(2)])
  county.setClock('2026-09-28T03:00:00.000Z')
  expect([await approve(0), await approve(1)]).toEqual(['fund_frozen', 'fund_frozen'])
  expect(await approve(2)).toBeUndefined()

  await night('2026-09-30')
  expect(await county.rows('SELECT n FROM freezes')).toHaveLength(2)
  bend('substr(paper, 2)')
  expect(findings(county.path)).toEqual([])
  await night('2026-10-01')
  expect(await county.rows('SELECT * FROM open_freezes')).toEqual([])
  expect(await county.rows("SELECT person_id, post, count(*) AS n FROM journal WHERE action IN ('fund.freeze', 'fund.thaw') GROUP BY 1, 2"))
    .toEqual([{ person_id: null, post: 'timer', n: 4 }])
  expect(findings(county.path)).toEqual([])
})

it('a finding that names no fund, or one that is gone, stops nobody', async () => {
  const county = await newCounty()
  await heed(county.services, [
    { check: 'a check', bad: 'the file', fund: null, funds: [] }, { check: 'a check', bad: 'fund F9', fund: 'F9', funds: ['F9'] },
  ])
  expect(await county.rows('SELECT * FROM freezes')).toEqual([])
})
