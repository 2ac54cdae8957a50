import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { routes } from '../worker/app.ts'
import { postKinds } from '../worker/contract/index.ts'
import type { TestCounty } from './support/county.ts'
import { newCounty } from './support/county.ts'
import { crewOf } from './support/crew.ts'
import { Phone } from './support/phone.ts'
import { acceptance, ask, decision, idOf, payee, pixel } from './support/steps.ts'

/** What only people who handle the case may read, and what nobody may. */
const story = '半夜灶房起火,棉被和口粮全烧光了'
const person = { name: '王秀兰', idNumber: '990101197001010036', phone: '13955500077', story }
const own = { ...person, account: '6217009901234567890' }
const kin = { name: '欧阳雪梅', relation: '表妹', post: '民政经办' }
const wordsOfACase = [
  own.name,
  own.idNumber,
  own.phone,
  own.account,
  story,
  kin.name,
  '入户看过三次',
  '余款买了药和米',
  '照片看不清楚',
  '灶房已修好',
]

/** A photo whose bytes can be found again. */
const photo = Uint8Array.from(Buffer.concat([pixel, Buffer.from('a face in the kitchen')]))

type Said = { who: string; path: string; status: number; text: string }

/** A county that writes down every answer, and a whole case in it: asked, refused, granted, paid, sent back. */
async function wholeCase() {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const said: Said[] = []
  const phone = async (openid: string) => {
    const signedIn = await Phone.signIn(async (request) => {
      const response = await county.app.fetch(request)
      said.push({
        who: openid,
        path: `${request.method} ${new URL(request.url).pathname}`,
        status: response.status,
        text: await response.clone().text(),
      })
      return response
    }, openid)
    return signedIn
  }
  const crew = await crewOf({ ...county, phone })
  const [wang, auditor, li, there] = await Promise.all([
    phone('wang-xiulan'),
    phone('county-shenji'),
    phone('li-jianguo'),
    crewOf({ ...county, phone }, 2),
  ])
  const evidence = idOf(await wang.photo(photo), 'evidenceId')
  const request = idOf(
    await wang.post('/requests', ask({ ...person, causeCode: 'FIRE', photoIds: [evidence], askedFen: 90_000 })),
  )
  await crew.caseworker.post(
    `/requests/${request}/acceptance`,
    acceptance({ payee: { ...payee, account: own.account } }),
  )
  await crew.deputy.post(`/requests/${request}/grant`, decision({ amountFen: 90_000 }))
  const grant = idOf(
    await crew.deputy.post(
      `/requests/${request}/grant`,
      decision({ track: 'urgent', amountFen: 90_000, reason: '入户看过三次' }),
    ),
    'grantId',
  )
  await crew.cashier.post(`/grants/${grant}/payouts/1/sending`, {})
  await crew.cashier.post(`/grants/${grant}/payouts/1/payment`, { bankSerial: 'BK-0928-1' })
  await crew.caseworker.put(`/grants/${grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '余款买了药和米' }] })
  await crew.reviewer.post(`/grants/${grant}/explanation/return`, { reason: '照片看不清楚' })
  const elsewhere = idOf(await wang.post('/requests', ask({ ...person, townshipCode: '990101002' })))
  const no = { code: 'SAME_CAUSE', facts: '入户查看,灶房已修好', reason: '同一场火灾,灶房已修好' }
  await there.caseworker.post(`/requests/${elsewhere}/refusal`, no)
  const kinCase = await crew.accepted({}, { kin })
  const lookers = [
    wang,
    auditor,
    li,
    crew.caseworker,
    crew.deputy,
    crew.cashier,
    crew.reviewer,
    crew.grid,
    there.caseworker,
  ]
  for (const looker of lookers) {
    for (const id of [request, elsewhere, kinCase]) await looker.get(`/requests/${id}`)
    for (const path of [
      '/requests?queue=all',
      '/requests?queue=mine',
      '/todo',
      '/funds',
      `/funds/${crew.fund}`,
      `/funds/${crew.fund}/entries`,
    ])
      await looker.get(path)
    await looker.get(`/evidence/${evidence}`)
    await looker.post('/requests', { ...ask(person), account: own.account })
  }
  return { county, said, request, elsewhere, crew, there, wang, auditor, li }
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

function found(county: TestCounty, needle: string): string[] {
  return filesUnder(county.dataDir).filter((file) => readFileSync(file).includes(needle))
}

it('after a whole case no file holds a name, number, word or picture in plain text, and no log line does', async () => {
  const { county } = await wholeCase()
  expect(filesUnder(county.dataDir).map((file) => file.slice(county.dataDir.length))).toEqual(
    expect.arrayContaining([
      '/county.db',
      '/county.db-wal',
      expect.stringMatching(/^\/files\/[0-9a-f]{2}\/[0-9a-f]{64}$/),
    ]),
  )
  for (const words of wordsOfACase) expect(found(county, words), words).toEqual([])
  expect(found(county, 'a face in the kitchen')).toEqual([])
  // the probe can find what is there
  expect(found(county, '青山镇').length).toBeGreaterThan(0)
  const log = county.logged.map((line) => JSON.stringify(line)).join('\n')
  expect(log.split('\n').length).toBeGreaterThan(10)
  for (const words of wordsOfACase) expect(log, words).not.toContain(words)
})

it('the id number is always masked, the account is four digits, the name is whole for who handles the case', async () => {
  const { said, wang } = await wholeCase()
  expect(said.length).toBeGreaterThan(100)
  const whoSaw = (needle: string) =>
    [...new Set(said.filter(({ text }) => text.includes(needle)).map(({ who }) => who))].sort()
  expect(whoSaw(own.idNumber)).toEqual([])
  expect(whoSaw(own.account)).toEqual([])
  expect(whoSaw('990101********0036').length).toBeGreaterThan(0)
  const handlers = [wang.openid, 't01-caizheng', 't01-chuna', 't01-fenguan', 't01-jingban', 't02-jingban'].sort()
  expect(whoSaw(own.name)).toEqual(handlers)
  // the telephone is in full only for him who gave it; an officer reveals it with a reason
  expect(whoSaw(own.phone)).toEqual([wang.openid])
  expect(whoSaw(story)).toEqual(handlers)
  expect(whoSaw(kin.name)).toEqual(['t01-caizheng', 't01-chuna', 't01-fenguan', 't01-jingban'])
  expect(whoSaw('灶房已修好')).toEqual(['t02-jingban', wang.openid])
  // who looks on reads a surname and four digits
  expect(whoSaw('"王*"')).toContain('county-shenji')
})

it('no answer to a GET holds a whole id, telephone or account number but the own one of who asks', async () => {
  const { said, request, crew, wang } = await wholeCase()
  const gets = routes.filter(({ method, path }) => method === 'GET' && path !== '/own/data')
  const view = (await crew.caseworker.get(`/requests/${request}`)).body as { personId: string; household: { id: string }; photoIds: string[] }
  await crew.caseworker.post(`/persons/${view.personId}/reveals`, { field: 'idNumber', reason: '核对证件' })
  const ids: Record<string, string> = { requests: request, households: view.household.id, evidence: view.photoIds[0]!, funds: crew.fund }
  const asked: Record<string, string> = { '/requests': '?queue=all', '/posts': '?area=990101001', '/calendar': '?year=2026' }
  const paths = gets.map(({ path }) => path.replace(/\/(\w+)\/:(\w+)/g, (_, noun: string) => `/${noun}/${ids[noun] ?? '1'}`).replace(/:\w+/g, '1') + (asked[path] ?? ''))
  const looked = new Set<string>()
  const before = said.length
  for (const openid of ['t01-jingban', 't01-caizheng', 't01-chuna', 't01-fenguan', 't01-zhuyao', 't01-xieli', 't01-wangge', 'county-jiuzhu',
    'county-lingdao', 'county-caizheng', 'county-shenji', 'county-xitong', 'county-anquan', 'county-shenjiguanli', 'li-jianguo']) {
    const looker = await crew.county.phone(openid)
    for (const { kind } of (await looker.get('/session')).body.posts as { kind: string }[]) looked.add(kind)
    for (const path of paths) await looker.get(path)
  }
  expect([...looked].toSorted()).toEqual([...postKinds].toSorted())
  const heard = said.slice(before).filter(({ path }) => path.startsWith('GET '))
  expect(heard.filter(({ status }) => status === 200).length).toBeGreaterThan(80)
  // townships' own telephones are landlines and public; what stands inside an id of ours is chance
  const whole = /(?<!\w)(?:1[3-9]\d{9}|\d{17}[\dX]|62\d{10,17})(?!\w)/
  expect(heard.filter(({ text }) => whole.test(text)).map(({ who, path, text }) => `${who} ${path} ${whole.exec(text)?.[0]}`)).toEqual([])
  expect(whole.test(own.phone) && whole.test(own.idNumber) && whole.test(own.account)).toBe(true)
  expect((await wang.get(`/requests/${request}`)).body.phone).toBe(own.phone)
})

it('no refusal repeats what was sent', async () => {
  const { said } = await wholeCase()
  const refusals = said.filter(({ status }) => status >= 400)
  expect(refusals.length).toBeGreaterThan(20)
  for (const { path, text } of refusals) for (const words of wordsOfACase) expect(text, path).not.toContain(words)
})

it("session tokens are kept as hashes; WeChat's secret and session key stay where they are", async () => {
  const { county, said, wang, crew } = await wholeCase()
  const { secret } = county.services.wechat
  for (const token of [wang.token, crew.deputy.token]) {
    expect(found(county, token)).toEqual([])
    expect(said.filter(({ text, path }) => text.includes(token) && path !== 'POST /api/sessions')).toEqual([])
    expect(JSON.stringify(county.logged)).not.toContain(token)
  }
  expect(found(county, secret)).toEqual([])
  expect(JSON.stringify([said, county.logged])).not.toMatch(new RegExp(`${secret}|session_key`))
})

it('the same telephone in two townships is seen as a town and a day, without a name', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [here, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const somebody = (name: string) => ({ phone: own.phone, name, village: '河口村' })
  const first = await here.accepted(somebody('王秀兰'))
  county.setClock('2026-09-29T02:00:00.000Z')
  await Promise.all([there.coordinator, there.caseworker, there.deputy].map((phone) => phone.signInAgain()))
  const second = await there.accepted(somebody('李小红'), { payee: undefined, household: { newBecause: '合用一部电话' } })
  const { decision: screen } = (await there.deputy.get(`/requests/${second}`)).body as {
    decision: { duplicates: object[] }
  }
  expect(screen.duplicates).toEqual([
    { tie: 'phone', townshipName: '青山镇', on: '2026-09-28', number: null, requestId: null, grantedFen: null, rules: ['C-07'] },
  ])
  expect(JSON.stringify(screen)).not.toMatch(/王秀兰|王\*/)
  expect((await there.deputy.get(`/requests/${first}`)).status).toBe(404)
})
