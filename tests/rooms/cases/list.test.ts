import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf, forSomebody } from '../../support/crew.ts'
import { ask, idOf } from '../../support/steps.ts'

const queues = ['mine', 'accept', 'decide', 'pay', 'explain', 'check', 'notice', 'county', 'all'] as const

it('each list holds what its reader works on', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const submitted = idOf(await crew.coordinator.post('/requests', forSomebody(crew.township)))
  const accepted = await crew.accepted()
  const [granted, sent, paid, explained] = [
    await crew.granted({ track: 'urgent' }),
    await crew.sent(),
    await crew.paid({ track: 'urgent' }),
    await crew.paid(),
  ]
  const escalated = await crew.accepted()
  await crew.caseworker.post(`/requests/${escalated}/escalation`, { code: 'OTHER', reason: '情况特殊' })
  const listed = async (queue: string) =>
    ((await crew.reviewer.get(`/requests?queue=${queue}`)).body.items as { id: string }[]).map(({ id }) => id).sort()
  const expected = {
    mine: [],
    accept: [submitted],
    decide: [accepted],
    pay: [granted.request, sent.request],
    explain: [granted.request, paid.request],
    check: [explained.request],
    notice: [],
    county: [escalated],
    all: [submitted, accepted, granted.request, sent.request, paid.request, explained.request, escalated],
  }
  for (const queue of queues) expect(await listed(queue), queue).toEqual([...expected[queue]].sort())
  expect((await crew.coordinator.get('/requests?queue=mine')).body.items).toHaveLength(7)
})

it('urgent first, then the nearest clock, page by page', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const wanted: string[] = []
  for (const [minute, askedFen] of [
    [0, 1_000],
    [1, 200_000],
    [2, 1_000],
    [3, 200_000],
  ] as const) {
    county.setClock(new Date(Date.parse('2026-09-28T02:00:00.000Z') + minute * 60_000))
    wanted[[2, 0, 3, 1][minute] ?? 0] = idOf(
      await crew.coordinator.post('/requests', forSomebody(crew.township, { askedFen })),
    )
  }
  const seen: string[] = []
  let after = ''
  do {
    const { body } = await crew.caseworker.get(`/requests?queue=accept&limit=1${after}`)
    seen.push(...(body.items as { id: string }[]).map(({ id }) => id))
    after = body.next === null ? '' : `&after=${encodeURIComponent(String(body.next))}`
  } while (after !== '')
  expect(seen).toEqual(wanted)
})

it('names are whole for who handles the case, masked for who looks on', async () => {
  const county = await newCounty()
  const [wang, crew, auditor] = await Promise.all([
    county.phone('wang-xiulan'),
    crewOf(county),
    county.phone('county-shenji'),
  ])
  await wang.post('/requests', ask())
  const name = async (phone: typeof wang, queue = 'all') =>
    ((await phone.get(`/requests?queue=${queue}`)).body.items as { name: string }[])[0]?.name
  expect([await name(wang, 'mine'), await name(crew.caseworker), await name(auditor)]).toEqual([
    '王秀兰',
    '王秀兰',
    '王*',
  ])
})

it("without a business post there is only one's own list", async () => {
  const county = await newCounty()
  const phones = await Promise.all(
    ['wang-xiulan', 't01-wangge', 't01-xieli', 'county-xitong', 'county-anquan', 'county-shenjiguanli'].map((openid) =>
      county.phone(openid),
    ),
  )
  for (const phone of phones) {
    expect((await phone.get('/requests?queue=all')).problem.code, phone.openid).toBe('post_required')
    expect((await phone.get('/requests?queue=mine')).body, phone.openid).toEqual({ items: [], next: null })
  }
})
