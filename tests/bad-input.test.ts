import { describe, expect, it } from 'vitest'
import { fieldLabels } from '../worker/contract/index.ts'
import { fundCode, newCounty } from './support/county.ts'
import type { Crew } from './support/crew.ts'
import { crewOf } from './support/crew.ts'
import { acceptance, ask, decision, idOf, payee } from './support/steps.ts'
import { refused } from './support/traces.ts'

/** `raw` goes over the wire as it is written; everything else is a body with one thing changed. */
const sums: [string, string][] = [
  ['nothing', '0'],
  ['less than nothing', '-5'],
  ['a fraction', '1.005'],
  ['full-width digits', '"１２"'],
  ['an exponent', '1e3'],
  ['a point', '1.0'],
  ['2^53', '9007199254740992'],
  ['more than a double', '1e309'],
  ['a string', '"100"'],
  ['null', 'null'],
  ['a list', '[100]'],
  ['an object', '{}'],
  ['true', 'true'],
  ['minus nothing', '-0'],
  ['one fen too many', '1000000001'],
]
const moneyFields: [string, string, (crew: Crew) => Promise<{ path: string; body: object }>][] = [
  ['askedFen', 'an application', async () => ({ path: '/requests', body: ask({ askedFen: 111 }) })],
  [
    'amountFen',
    'a decision',
    async (crew) => ({ path: `/requests/${await crew.accepted()}/grant`, body: decision({ amountFen: 111 }) }),
  ],
  [
    'goods.0.valueFen',
    'goods',
    async (crew) => ({
      path: `/requests/${await crew.accepted()}/grant`,
      body: decision({ goods: [{ name: '棉被', quantity: 1, valueFen: 111 }] }),
    }),
  ],
  ...['allocations', 'withdrawals', 'deposits'].map(
    (name) =>
      [
        'amountFen',
        name,
        async () => ({
          path: `/funds/${fundCode()}/${name}`,
          body: { amountFen: 111, bankSerial: 'BK-0001', reason: '备用' },
        }),
      ] as [string, string, () => Promise<{ path: string; body: object }>],
  ),
]

describe.each(moneyFields)('%s of %s', (field, name, make) => {
  it('is a whole number of fen, at least 1, at most ten million yuan: anything else is refused by name', async () => {
    const county = await newCounty()
    const [crew, finance] = await Promise.all([crewOf(county), county.phone('county-caizheng')])
    const phone =
      name === 'allocations' ? finance : name === 'a decision' || name === 'goods' ? crew.deputy : crew.cashier
    const { path, body } = await make(crew)
    for (const [what, source] of sums) {
      const text = JSON.stringify(body).replace('111', source)
      const { problem } = await refused(county, 'input', () =>
        phone.send('POST', path, text, { 'idempotency-key': `bad-${what.replaceAll(' ', '-')}` }),
      )
      expect(
        problem.fields?.map((one) => one.field.split('.').at(-1)),
        `${what}: ${text}`,
      ).toEqual([field.split('.').at(-1)])
      expect(fieldLabels[field.split('.').at(-1) ?? '']).toBe(problem.fields?.[0]?.label)
    }
  })
})

const story = (text: string) => ({ story: text })
const asks: [string, object, string][] = [
  ['a missing cause', { causeCode: undefined }, 'causeCode'],
  ['an unknown cause', { causeCode: 'BORED' }, 'causeCode'],
  ['no story', { story: undefined }, 'story'],
  ['an empty story', story(''), 'story'],
  ['a story of one character', story('火'), 'story'],
  ['a story of 2,000 characters', story('火'.repeat(2_000)), 'story'],
  ['a story of spaces', story(' '.repeat(40)), 'story'],
  ['a story that is a list', { story: ['火灾'] }, 'story'],
  ['a story with a null byte', story('起火\u0000了'), 'story'],
  ['a story that runs backwards', story('起火\u202e了'), 'story'],
  ['a private character', story('起火\uf0a0了'), 'story'],
  ['a township in words', { townshipCode: '青山镇' }, 'townshipCode'],
  ['no township', { townshipCode: undefined }, 'townshipCode'],
  ['a short telephone', { phone: '1390000' }, 'phone'],
  ['a landline', { phone: '09907800101' }, 'phone'],
  ['a telephone in full width', { phone: '１３９００００００01' }, 'phone'],
  ['a telephone that is a number', { phone: 13_900_000_001 }, 'phone'],
  ['a control character in the name', { name: '王\u0013秀兰' }, 'name'],
  ['a name that runs backwards', { name: '王\u202e秀兰' }, 'name'],
  ['a formula', { name: '=1+1' }, 'name'],
  ['a name of 5,000 characters', { name: '王'.repeat(5_000) }, 'name'],
  ['markup in the name', { name: '<b>王</b>' }, 'name'],
  ['SQL in the name', { name: "' OR 1=1--" }, 'name'],
  ['a zero-width name', { name: '王\u200b秀兰' }, 'name'],
  ['an empty name', { name: '' }, 'name'],
  ['an id number of 16 digits', { idNumber: '9901018501010011' }, 'idNumber'],
  ['an old id number of 29 February 1900', { idNumber: '990101000229001' }, 'idNumber'],
  ['a wrong check digit', { idNumber: '990101198501010011' }, 'idNumber'],
  ['a birthday that never was', { idNumber: '990101199002290016' }, 'idNumber'],
  ['an id number of letters', { idNumber: 'A'.repeat(18) }, 'idNumber'],
  ['an id number that is a number', { idNumber: 990_101 }, 'idNumber'],
  ['no promise', { commitmentVersion: undefined }, 'commitmentVersion'],
  ['photos that are no list', { photoIds: 'evi_0' }, 'photoIds'],
  ['a photo that is no id', { photoIds: ['../../etc/passwd'] }, 'photoIds.0'],
  ['ten photos', { photoIds: Array.from({ length: 10 }, () => 'evi_0000000000000000') }, 'photoIds'],
  ['an unknown field', { status: 'granted' }, 'status'],
  ["a township of one's own", { fundCode: 'F990101001' }, 'fundCode'],
  ['a list for an object', { onBehalf: [] }, 'onBehalf'],
  ['a proxy without relation', { onBehalf: {} }, 'onBehalf.relation'],
  ['a proxy with more', { onBehalf: { relation: 'family', role: 'leader' } }, 'onBehalf.role'],
]
it.each(asks)('an application with %s is refused, and the field has a Chinese name', async (_, change, field) => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const { problem } = await refused(county, 'input', () => wang.post('/requests', { ...ask(), ...change }))
  expect(problem.fields?.map((one) => one.field)).toEqual([field])
})

const deeper: [string, (crew: Crew) => Promise<[string, object]>, string][] = [
  [
    "a payee's account in letters",
    async (crew) => [`/requests/${await crew.accepted()}/payee`, { ...payee, account: 'DE89370400440532013000' }],
    'account',
  ],
  [
    'a payee without a bank',
    async (crew) => [`/requests/${await crew.accepted()}/payee`, { ...payee, bank: undefined }],
    'bank',
  ],
  [
    'a payee of an unknown relation',
    async (crew) => [`/requests/${await crew.accepted()}/payee`, { ...payee, relation: 'friend' }],
    'relation',
  ],
  [
    "a payee's unknown authority",
    async (crew) => [
      `/requests/${await crew.accepted()}/payee`,
      { ...payee, relation: 'child', authority: 'trust me' },
    ],
    'authority',
  ],
  ['no kin answer', async (crew) => [`/requests/${await crew.accepted()}/acceptance`, { payee }], 'kin'],
  [
    'half a kin answer',
    async (crew) => [
      `/requests/${await crew.accepted()}/acceptance`,
      acceptance({ kin: { name: '刘', relation: '', post: '经办' } }),
    ],
    'kin.relation',
  ],
  [
    'a member without a name',
    async (crew) => [
      `/requests/${await crew.accepted()}/acceptance`,
      acceptance({ household: { members: [{ name: '', relation: '子' }] } }),
    ],
    'household.members.0.name',
  ],
  [
    'a decision without reason',
    async (crew) => [`/requests/${await crew.accepted()}/grant`, { ...decision(), reason: undefined }],
    'reason',
  ],
  [
    'a decision on no track',
    async (crew) => [`/requests/${await crew.accepted()}/grant`, { ...decision(), track: 'fast' }],
    'track',
  ],
  [
    'a serial in words',
    async (crew) => [`${(await crew.sent()).payout}/payment`, { bankSerial: '流水 1' }],
    'bankSerial',
  ],
  [
    'a day that never was',
    async (crew) => [`${(await crew.sent()).payout}/payment`, { bankSerial: 'BK-0001', paidOn: '2026-02-30' }],
    'paidOn',
  ],
]
it.each(deeper)('%s is refused by name', async (_, make, field) => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const [path, body] = await make(crew)
  const phone = path.includes('/payment') ? crew.cashier : path.endsWith('/grant') ? crew.deputy : crew.caseworker
  const { problem } = await refused(county, 'input', () => phone.post(path, body))
  expect(problem.fields?.map((one) => one.field)).toEqual([field])
})

it('what is no JSON, too long, or hides a prototype is refused before anything is read', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const send =
    (text: string | Uint8Array, key = 'bad-body-0001') =>
    () =>
      wang.send('POST', '/requests', text, { 'idempotency-key': key })
  for (const text of ['{', '{"causeCode":}', 'causeCode=FIRE', '"a"x', '\u0000', '{"a":1}{"b":2}'])
    await refused(county, 'body_unreadable', send(text))
  await refused(county, 'body_unreadable', send(Uint8Array.from([0xff, 0xfe, 0x7b])))
  for (const text of ['[]', '"FIRE"', '42', 'null', 'true', '[{"causeCode":"FIRE"}]'])
    await refused(county, 'input', send(text))
  await refused(county, 'body_too_large', send(JSON.stringify(ask({ story: '火'.repeat(1_700_000) }))))
  const polluted = JSON.stringify(ask()).replace('{', '{"__proto__":{"isAdmin":true},')
  expect((await refused(county, 'input', send(polluted))).problem.fields?.[0]?.field).toBe('__proto__')
  const built = JSON.stringify(ask()).replace('{', '{"constructor":{"prototype":{"isAdmin":true}},')
  expect((await refused(county, 'input', send(built))).problem.fields?.[0]?.field).toBe('constructor')
  expect(Object.keys(Object.prototype)).toEqual([])
})

it('a key is needed, and one that can be a key', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  await refused(county, 'key_missing', () => wang.send('POST', '/requests', JSON.stringify(ask())))
  for (const key of ['short', 'with a space', 'a'.repeat(256)])
    await refused(county, 'key_missing', () => wang.post('/requests', ask(), key))
})

it('a query says each thing once, and nothing unknown', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const bad = [
    '',
    'queue=nothing',
    'queue=mine&queue=all',
    'queue=mine&limit=0',
    'queue=mine&limit=101',
    'queue=mine&limit=x',
    'queue=mine&limit=1.5',
    'queue=mine&role=leader',
    `queue=mine&after=${'x'.repeat(300)}`,
  ]
  for (const query of bad) await refused(county, 'input', () => crew.caseworker.get(`/requests?${query}`))
  for (const after of ['zzz', '1~2~3', '%00', "' OR 1=1--"]) {
    expect((await crew.caseworker.get(`/requests?queue=all&after=${encodeURIComponent(after)}`)).status, after).toBe(
      200,
    )
  }
})

it('a path that names nothing is not found, however it is written', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  for (const id of ['x', '%00', '..%2f..', "' OR 1=1--", '%E0%A4%A', 'a'.repeat(5_000), '😀']) {
    await refused(county, 'not_found', () => crew.caseworker.get(`/requests/${id}`))
    await refused(county, 'not_found', () => crew.deputy.post(`/requests/${id}/grant`, decision()))
  }
})

it('an id is an id: the reply to a wrong one is the same for everybody', async () => {
  const county = await newCounty()
  const [wang, li] = await Promise.all([county.phone('wang-xiulan'), county.phone('li-jianguo')])
  const request = idOf(await wang.post('/requests', ask()))
  const [there, nowhere] = [await li.get(`/requests/${request}`), await li.get('/requests/req_0000000000000000')]
  expect({ ...there.body, requestId: '' }).toEqual({ ...nowhere.body, requestId: '' })
})
