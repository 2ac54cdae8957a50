import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { idOf, pixel } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const words = { items: [{ kind: 'NARRATIVE', text: '住院押金已交,余款买药' }] }

it('the caseworker files words and photos; filing again makes a newer one', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { request, grant } = await crew.paid({ track: 'urgent' })
  const evidenceIds = [idOf(await crew.caseworker.photo(pixel), 'evidenceId')]
  const path = `/grants/${grant}/explanation`
  const reply = await repeatable(
    county,
    (body, key) => crew.caseworker.put(path, body, key),
    { items: [...words.items, { kind: 'EVENT_PROOF', evidenceIds }] },
    words,
  )
  expect(reply.body).toEqual({ grantId: grant, filing: 1, filedAt: expect.any(String) })
  await journaled(county, 'explanations.file', grant, 't01-jingban')
  expect((await crew.coordinator.get(`/requests/${request}`)).body).toMatchObject({
    status: 'explained',
    grants: [{ explanation: { state: 'filed', items: [{ kind: 'NARRATIVE' }, { kind: 'EVENT_PROOF', evidenceIds }] } }],
  })
  expect((await crew.coordinator.put(path, words)).body).toMatchObject({ filing: 2 })
})

it("is refused empty, with a stranger's photo, by a stranger, and for no grant", async () => {
  const county = await newCounty()
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const { grant } = await crew.paid({ track: 'urgent' })
  const path = `/grants/${grant}/explanation`
  const empty = await refused(county, 'explanation_empty', () =>
    crew.caseworker.put(path, { items: [{ kind: 'NARRATIVE', text: '' }] }),
  )
  expect(empty.problem.fields?.[0]).toMatchObject({ field: 'items', label: '说明内容' })
  const theirs = idOf(await there.caseworker.photo(pixel), 'evidenceId')
  await refused(county, 'evidence_unknown', () =>
    crew.caseworker.put(path, { items: [{ kind: 'RECEIPT', evidenceIds: [theirs] }] }),
  )
  await refused(county, 'post_required', () => crew.reviewer.put(path, words))
  await refused(county, 'post_required', () => there.caseworker.put(path, words))
  await refused(county, 'not_found', () => crew.caseworker.put('/grants/gra_0000000000000000/explanation', words))
})

it('is over when it is accepted or the grant is cancelled', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const closed = await crew.paid()
  await crew.reviewer.post(`/grants/${closed.grant}/explanation/acceptance`, {})
  await refused(county, 'explanation_accepted', () => crew.caseworker.put(`/grants/${closed.grant}/explanation`, words))
  const cancelled = await crew.granted({ track: 'urgent' })
  await crew.deputy.post(`/grants/${cancelled.grant}/cancellation`, { reason: '金额写错' })
  await refused(county, 'request_not_open', () => crew.caseworker.put(`/grants/${cancelled.grant}/explanation`, words))
})
