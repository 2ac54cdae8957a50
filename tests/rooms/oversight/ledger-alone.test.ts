import { expect, it } from 'vitest'
import { verify } from '../../../worker/oversight/verify.ts'
import { fundCode } from '../../support/county.ts'
import { livedCounty, tamper } from '../../support/tamper.ts'

const fund = fundCode(1)

it('the ledger alone is verified by its own checks, and what is wrong in it is named', async () => {
  const county = await livedCounty()
  const whole = verify(county.path)
  const ledger = verify(county.path, { ledger: true })
  expect(ledger.filter(({ bad }) => bad !== null)).toEqual([])
  expect(ledger.length).toBeLessThan(whole.length / 2)
  tamper(county.path, 'entries', `UPDATE entries SET fen = fen + 1 WHERE fund_code = '${fund}' AND seq = 1`)
  const bad = verify(county.path, { ledger: true }).filter((one) => one.bad !== null)
  expect(bad.map(({ fund: whose }) => whose)).toEqual(bad.map(() => fund))
  expect(bad.map(({ bad: words }) => words).join('\n')).toMatch(new RegExp(`fund ${fund} entry 1: was changed`))
})
