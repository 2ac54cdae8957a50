import { expect, it } from 'vitest'
import { verify } from '../../worker/oversight/verify.ts'
import { fundCode } from '../support/county.ts'
import { livedCounty, tamper } from '../support/tamper.ts'

const wrongFunds = (path: string) => verify(path).flatMap(({ bad, fund }) => (bad === null ? [] : [fund]))

it('a finding in a fund’s chain says whose it is; one about the whole county names no fund', async () => {
  const county = await livedCounty()
  tamper(county.path, 'entries', `UPDATE entries SET fen = fen + 1 WHERE fund_code = '${fundCode(1)}' AND event = 'reserve'`)
  expect(wrongFunds(county.path)).toContain(fundCode(1))
  const other = await livedCounty()
  tamper(other.path, 'journal', "UPDATE journal SET action = 'nothing' WHERE chain = 'county' AND seq = 2")
  expect(new Set(wrongFunds(other.path))).toEqual(new Set([null]))
})
