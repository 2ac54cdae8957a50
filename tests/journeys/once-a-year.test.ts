import { expect, it } from 'vitest'
import type { Phone } from '../support/phone.ts'
import { newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'
import { acceptance, ask, decision, idOf } from '../support/steps.ts'

/** RULEBOOK N-32 and scenario 24: the same cause once in a natural year, and the year is Beijing's. */
it('a second claim for the same fire is refused this year; on 1 January, Beijing time, it may be decided', async () => {
  const county = await newCounty('2026-12-31T02:00:00.000Z')
  const [wang, crew] = await Promise.all([county.phone('wang-xiulan'), crewOf(county)])
  const claim = async () => {
    const request = idOf(await wang.post('/requests', ask({ causeCode: 'FIRE', story: '灶房起火,还没有修好' })))
    await crew.caseworker.post(`/requests/${request}/acceptance`, acceptance())
    return request
  }
  await crew.deputy.post(`/requests/${await claim()}/grant`, decision())
  const second = await claim()
  const decide = () => crew.deputy.post(`/requests/${second}/grant`, decision())
  const blockers = async () =>
    ((await crew.deputy.get(`/requests/${second}`)).body.decision as { blockers: { code: string }[] }).blockers.map(
      ({ code }) => code,
    )
  expect(await blockers()).toEqual(['same_cause_this_year'])
  expect((await decide()).problem).toMatchObject({ code: 'same_cause_this_year', rules: ['N-32'] })

  const at = async (clock: string, ...phones: Phone[]) => {
    county.setClock(clock)
    await Promise.all(phones.map((phone) => phone.signInAgain()))
  }
  await at('2026-12-31T15:59:59.000Z', crew.deputy)
  expect((await decide()).problem.code).toBe('same_cause_this_year')
  await at('2026-12-31T16:00:00.000Z', crew.deputy, crew.caseworker)
  // allowed only with the reason that they are still in need, which the township writes
  expect(await blockers()).toEqual(['still_in_need'])
  expect((await decide()).problem).toMatchObject({ code: 'still_in_need', rules: ['N-32'] })
  const still = { code: 'STILL_IN_NEED', reason: '房子还没有修好,仍困难' }
  expect((await crew.caseworker.post(`/requests/${second}/exceptions`, still)).body).toMatchObject({ n: 1, stands: true })
  expect(await blockers()).toEqual([])
  expect((await decide()).status).toBe(201)

  // and in the new year it counts again
  await at('2027-01-02T02:00:00.000Z', wang, crew.caseworker, crew.deputy)
  const third = await claim()
  expect((await crew.deputy.post(`/requests/${third}/grant`, decision())).problem.code).toBe('same_cause_this_year')

  // an infection that keeps coming back: the county consents, for this one request
  await crew.caseworker.post(`/requests/${third}/exceptions`, { code: 'RECURRENT_INFECTION', reason: '传染病反复住院,已住三次' })
  expect((await crew.deputy.post(`/requests/${third}/grant`, decision())).problem.code).toBe('same_cause_this_year')
  const office = await county.phone('county-jiuzhu')
  expect((await office.get(`/requests/${third}`)).body.actions).toContain('answerException')
  expect((await office.post(`/requests/${third}/exceptions/1/answer`, { consent: true, reason: '本溪的做法,同意' })).status).toBe(201)
  expect((await crew.deputy.post(`/requests/${third}/grant`, decision())).status).toBe(201)
  expect(await county.rows('SELECT exceptions FROM grants ORDER BY granted_at')).toEqual([{ exceptions: null }, { exceptions: '1' }, { exceptions: '1' }])
  await at('2027-01-02T03:00:00.000Z', wang, crew.caseworker, crew.deputy)
  expect((await crew.deputy.post(`/requests/${await claim()}/grant`, decision())).problem.code).toBe('same_cause_this_year')
})
