import { expect, it } from 'vitest'
import { verifyTogether } from '../../../worker/oversight/verify-together.ts'
import { verify } from '../../../worker/oversight/verify.ts'
import { acceptedCrowd } from '../../support/crowd.ts'
import { newCounty } from '../../support/county.ts'
import { outsideProgram } from '../../support/outside.ts'
import { decision } from '../../support/steps.ts'

const program = new URL('../../../worker/verify.ts', import.meta.url)

it('threads that share the checks report what one would: all of them, in the same order, and the same faults', async () => {
  const county = await newCounty()
  const requests = await acceptedCrowd(county, 3, 50_000)
  const leader = await county.phone('t04-fenguan')
  for (const id of requests) expect((await leader.post(`/requests/${id}/grant`, decision())).status).toBe(201)
  expect(await verifyTogether(program, county.path, {})).toEqual(verify(county.path))
  await outsideProgram(county.path).run("DROP TRIGGER balances_follow_the_entries; UPDATE balances SET fen = fen + 1 WHERE place = 'bank.available'")
  const report = await verifyTogether(program, county.path, {})
  expect(report).toEqual(verify(county.path))
  expect(report.filter(({ bad }) => bad !== null).map(({ check }) => check)).toContain('every balance is the sum of its entries')
})
