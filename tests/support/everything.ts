import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { LocalConnection } from '../../db/local-connection.ts'
import { samplePolicy } from '../../worker/contract/index.ts'
import { freezeFund, thawFund } from '../../worker/fund/index.ts'
import { rekeyCounty } from '../../worker/host/rekey.ts'
import { fieldCipher } from '../../worker/platform/index.ts'
import { tick } from '../../worker/rounds/index.ts'
import { afterwardsOf, paper } from './afterwards.ts'
import { fieldKeys, newCounty } from './county.ts'
import { calendarArrives } from './calendar.ts'
import { crewOf, done } from './crew.ts'
import type { Story } from './ledger-stories.ts'
import { storyBegins } from './ledger-stories.ts'
import { amended, onTheWay } from './standard.ts'
import { newList } from './programs.ts'
import { ask, forCounty, idOf, letter, pixel } from './steps.ts'

const because = { reason: '登记有误' }

let base: Promise<{ file: string; also: Story['also'] }> | undefined

/** A county in which everything has happened at least once, and what has parts in more than one part: no table is empty. */
export async function everythingHappened(): Promise<Story> {
  base ??= happened()
  const county = await newCounty(undefined, undefined, base.then(({ file }) => file))
  const crew = await crewOf(county)
  return { county, crew, life: afterwardsOf(crew), also: (await base).also }
}

/** Lived once a process; whoever wants it copies the file. */
async function happened(): Promise<{ file: string; also: Story['also'] }> {
  const story = await storyBegins()
  await everythingHappens(story)
  await keysChange(story)
  const file = join(mkdtempSync(join(tmpdir(), 'xianjiu-happened-')), 'county.db')
  const plain = new LocalConnection(story.county.path, 'writer')
  plain.run({ sql: 'VACUUM INTO ?', args: [file] })
  plain.close()
  process.once('exit', () => rmSync(dirname(file), { recursive: true, force: true }))
  return { file, also: story.also }
}

async function everythingHappens(story: Story): Promise<void> {
  const { county, crew, life } = story
  const [applicant, assistant] = await Promise.all([county.phone('wang-xiulan'), county.phone('county-jiuzhu')])

  for (const path of ['withdrawal', 'refusal', 'escalation'] as const) {
    const request = path === 'withdrawal' ? idOf(await done(applicant.post('/requests', ask()))) : await crew.accepted()
    const body = { withdrawal: {}, refusal: { code: 'NOT_URGENT', facts: '受伤轻微', reason: '不属于急难情形' }, escalation: { code: 'OTHER', reason: '情况特殊' } }[path]
    await done((path === 'withdrawal' ? applicant : crew.deputy).post(`/requests/${request}/${path}`, body))
  }
  const family = `/households/${((await crew.caseworker.get(`/requests/${await crew.accepted()}`)).body.household as { id: string }).id}/aid`
  await done(crew.caseworker.post(family, { program: 'CHARITY', amountFen: 200_000, fromOn: '2026-09-01', note: '镇慈善会' }))
  for (const _ of [1, 2]) await done(assistant.post(`/programs/lists/${await newList(assistant)}/undoing`, because))
  const often = `/requests/${await crew.accepted()}/exceptions`
  await done(crew.caseworker.post(often, { code: 'EPIDEMIC', reason: '疫情反复' }))
  await done((await county.phone('county-jiuzhu')).post(`${often}/1/answer`, { consent: true, reason: '同意' }))
  const photos = idOf(await done(crew.caseworker.photo(pixel)), 'evidenceId')
  await done(crew.caseworker.post(`/requests/${await crew.accepted()}/photos`, { photoIds: [photos] }))

  const goods = [{ name: '棉被', quantity: 2, valueFen: 8_000 }, { name: '大米', quantity: 1 }]
  for (const { grant } of [await crew.granted({ goods }), await crew.granted({ goods })]) await done(crew.deputy.post(`/grants/${grant}/cancellation`, because))
  const staged = await crew.granted({ payouts: [{ amountFen: 20_000 }, { amountFen: 30_000 }] })
  await done(crew.deputy.post(`/grants/${staged.grant}/payouts/2/cancellation`, because))
  await done(crew.deputy.post(`${(await crew.handed()).payout}/slip-voiding`, because))
  await explained(story)
  await postsComeAndGo(story)
  await amended(await onTheWay(crew))

  await looked(story)
  await agreed(story)
  await done(crew.reviewer.post(`${await crew.proposed({ bankSerial: paper() })}/dismissal`, because))
  const [signer, assistance] = await Promise.all([county.phone('county-lingdao'), county.phone('county-jiuzhu')])
  const turns = [await crew.escalated(), await crew.escalated()]
  for (const request of turns) await done(assistance.post(`/requests/${request}/county-proposal`, forCounty()))
  for (const request of turns) await done(assistance.post(`/requests/${request}/hand-back`, { reason: '乡镇可以办理' }))
  for (const _ of [1, 2]) await done(signer.post(`/letters/${idOf(await signer.post('/letters', letter('990101012')), 'letterId')}/revocation`, because))
  await life.replenished()
  await done(crew.reviewer.post(`${(await life.claim()).claim}/dismissal`, because))
  await deskLetIn(story)
  await policyPublished(story)
  await nextDoor(story)
  await calendarArrives(county)
  await freezeFund(county.services, crew.fund, 'the books do not fit')
  await thawFund(county.services, crew.fund)
  await tick(county.services, [{ name: 'verify', dailyAfter: '02:00', run: async () => ({}) }])
}

/** Two officers are invited: one binds his post and leaves it, the other's code is withdrawn. */
async function postsComeAndGo({ county }: Story): Promise<void> {
  const security = await county.phone('county-anquan')
  const invite = async (name: string) => (await done(security.post('/invitations', { name, kind: 'grid_worker', townshipCode: '990101012' }))).body
  const [bound, withdrawn] = [await invite('赵新来'), await invite('钱不来')]
  const post = idOf(await done((await county.phone('batu')).post('/post-bindings', { bindingCode: bound.code })), 'id')
  await done(security.post(`/posts/${post}/ending`, because))
  await done(security.post(`/invitations/${String(withdrawn.id)}/withdrawal`, {}))
}

/** She ticked what is asked on its own, and took it back. */
async function agreed({ county }: Story): Promise<void> {
  const wang = await county.phone('wang-xiulan')
  await done(wang.post('/requests', ask({ notices: { privacy: '2026-11', sensitive: '2026-11' } })))
  const { items } = (await done(wang.get('/own/consents'))).body as { items: { id: string; kind: string }[] }
  await done(wang.post(`/own/consents/${items.find(({ kind }) => kind === 'sensitive')!.id}/withdrawal`, {}))
}

/** To a new key and back: whoever copies the file opens it with the keys of every test. */
async function keysChange({ county }: Story): Promise<void> {
  const other = `k2:${Buffer.alloc(32, 5).toString('base64')}`
  for (const keys of [`${other},${fieldKeys}`, `${fieldKeys},${other}`])
    await rekeyCounty({ ...county.services, cipher: fieldCipher(keys) }, keys, county.dataDir, () => {})
}

/** A telephone number was seen in full, and the leader looked at that. */
async function looked({ crew }: Story): Promise<void> {
  const request = await crew.accepted({ phone: '13900000021' })
  const { personId } = (await done(crew.caseworker.get(`/requests/${request}`))).body
  await done(crew.caseworker.post(`/persons/${String(personId)}/reveals`, { field: 'phone', reason: '打电话核实' }))
  const [look] = (await done(crew.leader.get('/reveals'))).body.items as { officerId: string }[]
  await done(crew.leader.post(`/officers/${look!.officerId}/reveal-reviews`, {}))
}

/** The second fund has closed its month and has an order that waits; the third is frozen. */
async function nextDoor({ county }: Story): Promise<void> {
  const [second, third] = await Promise.all([crewOf(county, 2), crewOf(county, 3)])
  await done(second.reviewer.post(`/funds/${second.fund}/closings`, { untilOn: '2026-08-31' }))
  await second.proposed({ bankSerial: paper() })
  await second.paid()
  await afterwardsOf(second).claimed()
  await third.paid()
  await freezeFund(county.services, third.fund, 'the books do not fit')
}

/** A draft that another person published for next year, and one that was turned down. */
async function policyPublished({ county }: Story): Promise<void> {
  const [maker, checker] = [await county.phone('county-jiuzhu'), await county.phone('county-caizheng')]
  for (const [fromOn, end, body] of [['2027-07-01', 'publication', {}], ['2027-08-01', 'dismissal', because]] as const) {
    const draft = idOf(await done(maker.post('/policy/drafts', { fromOn, values: samplePolicy })), 'draftId')
    await done(checker.post(`/policy/drafts/${draft}/${end}`, body))
  }
}

/** A desk that its person let in, and one that nobody knew. */
async function deskLetIn({ crew }: Story): Promise<void> {
  for (const answer of ['confirmed', 'refused']) {
    const ask = (await done(crew.leader.post('/desk-sign-ins', { device: 'Edge,Windows' }))).body
    await done(crew.leader.post(`/desk-sign-ins/${String(ask.id)}/answer`, { answer }))
    await done(crew.leader.post(`/desk-sign-ins/${String(ask.id)}/session`, { secret: ask.secret }))
  }
}

/** Two grants, each explained twice: two papers with two photos each, sent back, then accepted. */
async function explained({ crew }: Story): Promise<void> {
  const photo = async (n: number) => idOf(await done(crew.caseworker.photo(Uint8Array.from([...pixel, 7, n]))), 'evidenceId')
  const evidenceIds = [await photo(1), await photo(2)]
  const items = [{ kind: 'NARRATIVE', text: '药费', evidenceIds }, { kind: 'RECEIPT', evidenceIds }]
  for (const { grant } of [await crew.paid({ track: 'urgent' }), await crew.paid({ track: 'urgent' })]) {
    for (const answer of ['return', 'acceptance']) {
      await done(crew.caseworker.put(`/grants/${grant}/explanation`, { items }))
      await done(crew.reviewer.post(`/grants/${grant}/explanation/${answer}`, answer === 'return' ? because : {}))
    }
  }
}
