import { postKinds } from '../../worker/contract/index.ts'
import type { TestCounty } from './county.ts'
import { crewOf } from './crew.ts'
import type { FieldRow } from './matrix-page.ts'
import { Phone } from './phone.ts'
import { acceptance, ask, decision, idOf, payee } from './steps.ts'

const somebody = { name: '欧阳秀兰', idNumber: '990101197001010036', phone: '13955500077' }
const account = '6217009901234567890'
const story = '半夜灶房起火,棉被和口粮全烧光了'

/** Each field: the words that are its full value, and those that are the masked one (D-11). */
const fields = [
  ['name', somebody.name, '欧*'],
  ['idNumber', somebody.idNumber, '990101********0036'],
  ['phone', somebody.phone, '*******0077'],
  // four digits alone may stand in any id
  ['payee account', account, '"accountTail":"7890"'],
  ['story', story, null],
  ['amount', '"amountFen":90000', null],
] as const

/** Reads the same case through every view as every post, and finds what of a person stands in the answers. */
export async function fieldRows(county: TestCounty, openidOf: (kind: (typeof postKinds)[number]) => string): Promise<FieldRow[]> {
  const crew = await crewOf(county)
  const request = idOf(await crew.coordinator.post('/requests', ask({ ...somebody, story, causeCode: 'FIRE', onBehalf: { relation: 'coordinator', reason: '他没有手机' } })))
  await crew.caseworker.post(`/requests/${request}/acceptance`, acceptance({ payee: { ...payee, holder: somebody.name, account } }))
  await crew.deputy.post(`/requests/${request}/grant`, decision({ track: 'urgent', amountFen: 90_000 }))
  const { household } = (await crew.caseworker.get(`/requests/${request}`)).body as { household: { id: string } }
  const views = { list: '/requests?queue=all', case: `/requests/${request}`, household: `/households/${household.id}/chain`, ledger: `/funds/${crew.fund}/entries` }
  const readers = await Promise.all([
    ...postKinds.map(async (kind) => [kind, await county.phone(openidOf(kind))] as const),
    county.phone('batu').then((phone) => ['an applicant', phone] as const),
    ['no login', Phone.stranger((asked) => county.app.fetch(asked))] as const,
  ])
  const rows: FieldRow[] = []
  for (const [view, path] of Object.entries(views)) {
    const said = await Promise.all(readers.map(async ([who, phone]) => {
      const reply = await phone.get(path)
      return [who, reply.status === 200 ? JSON.stringify(reply.body) : ''] as const
    }))
    for (const [field, full, masked] of fields) {
      const found = (text: string) => (text.includes(full) ? 'full' : masked !== null && text.includes(masked) ? 'masked' : '-')
      const seen = Object.fromEntries(said.map(([who, text]) => [who, found(text)]))
      if (Object.values(seen).some((one) => one !== '-')) rows.push({ view, field, seen })
    }
  }
  return rows
}
