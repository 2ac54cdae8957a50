import { expect, it } from 'vitest'
import { afterwardsOf, paper } from '../support/afterwards.ts'
import { calendarArrives } from '../support/calendar.ts'
import type { TestCounty } from '../support/county.ts'
import { newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'
import { insider } from '../support/insider.ts'
import { expectSound } from '../support/ledger.ts'
import { decision } from '../support/steps.ts'
import { verify } from '../../worker/oversight/verify.ts'

const write = (county: TestCounty, sql: string) => county.services.db.write([], () => ({ answer: undefined, statements: [{ sql, args: [] }] }))
const found = (county: TestCounty) => verify(county.path).flatMap(({ bad }) => bad ?? [])

it('the holidays of a year are imported after money was paid in it: no fund stops for a provisional due day (N-22)', async () => {
  const county = await newCounty('2026-12-28T02:00:00.000Z')
  const crew = await crewOf(county)
  await crew.paid({ track: 'urgent' })
  await calendarArrives(county)
  expectSound(county)
})

it('an account whose time is over is emptied (PIPL 47), and nothing is found', async () => {
  const county = await newCounty()
  await (await crewOf(county)).paid()
  await write(county, "UPDATE payees SET holder_cipher = '', bank_cipher = '', account_cipher = ''")
  expectSound(county)
})

it('what was recovered and granted anew stays sound when the recovery is undone', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const life = afterwardsOf(crew)
  const same = { village: '河口村八十组' }
  const wrong = await crew.paid({}, same)
  await life.recoverable(wrong)
  const recovery = { bankSerial: paper(), amountFen: 50_000, reason: '已退回' }
  const { entrySeq } = (await crew.cashier.post(`${wrong.payout}/recovery`, recovery)).body
  const householdId = String((await county.rows('SELECT household_id FROM grants WHERE id = ?', wrong.grant))[0]?.household_id)
  const request = await crew.accepted(same, { household: { householdId } })
  expect((await crew.deputy.post(`/requests/${request}/grant`, decision())).status).toBe(201)
  await life.confirmed(crew.cashier.post(`/funds/${crew.fund}/undos`, { entrySeq, reason: '不是这一笔' }), crew.reviewer)
  expectSound(county)
})

it('aided twice for one cause in one year is found, though the schema’s refusal was taken away', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const [one, two] = [await crew.granted(), await crew.granted()]
  insider(county.path, { deed: `UPDATE grants SET household_id = (SELECT household_id FROM grants WHERE id = '${one.grant}') WHERE id = '${two.grant}'` }, true)
  expect(found(county)).toContainEqual(expect.stringMatching(/^household .* in 2026: INJURY$/))
})
