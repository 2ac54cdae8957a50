import { lapseExplanations } from '../../worker/explanations/index.ts'
import { afterwardsOf, paper } from './afterwards.ts'
import { newCounty } from './county.ts'
import type { Case } from './crew.ts'
import { crewOf, done } from './crew.ts'

/** A county in which one grant is held and another is paid: what an entry could be confused with. */
export async function storyBegins() {
  const county = await newCounty()
  const crew = await crewOf(county)
  return { county, crew, life: afterwardsOf(crew), also: { held: (await crew.granted()).grant, paid: (await crew.paid()).grant } }
}
export type Story = Awaited<ReturnType<typeof storyBegins>>

/** By kind of entry: the program makes it, as the last of the fund; answers the grant that it is about. */
export const stories: Record<string, (story: Story) => Promise<string | null>> = {
  allocate: async ({ crew, life }) => ordered(life.confirmed((await life.finance()).post(`/funds/${crew.fund}/allocations`, serial()), await life.assistance())),
  return: ({ crew, life }) => ordered(life.confirmed(crew.cashier.post(`/funds/${crew.fund}/returns`, serial()))),
  withdraw: ({ crew, life }) => ordered(life.confirmed(crew.cashier.post(`/funds/${crew.fund}/withdrawals`, serial()))),
  deposit: ({ crew }) => ordered(done(crew.cashier.post(`/funds/${crew.fund}/deposits`, serial()))),
  interest: ({ crew }) => ordered(done(crew.cashier.post(`/funds/${crew.fund}/interests`, serial()))),
  fee: ({ crew }) => ordered(done(crew.cashier.post(`/funds/${crew.fund}/fees`, serial()))),
  receive: ({ crew }) => ordered(done(crew.cashier.post(`/funds/${crew.fund}/receipts`, serial(2)))),
  identify: async ({ crew, life }) => {
    await done(crew.cashier.post(`/funds/${crew.fund}/receipts`, serial(2)))
    return ordered(life.confirmed(crew.cashier.post(`/funds/${crew.fund}/identifications`, serial(1))))
  },
  reserve: async ({ crew }) => (await crew.granted()).grant,
  'reserve of cash': async ({ crew }) => (await crew.granted({ channel: 'cash' })).grant,
  release: ({ crew }) => after(crew.granted(), ({ grant }) => crew.deputy.post(`/grants/${grant}/cancellation`, because)),
  'release of cash': ({ crew }) => after(crew.granted({ channel: 'cash' }), ({ grant }) => crew.deputy.post(`/grants/${grant}/cancellation`, because)),
  'release of one stage': ({ crew }) =>
    after(crew.granted({ payouts: [{ amountFen: 20_000 }, { amountFen: 30_000 }] }), ({ grant }) => crew.deputy.post(`/grants/${grant}/payouts/2/cancellation`, because)),
  send: async ({ crew }) => (await crew.sent()).grant,
  reject: ({ crew }) => after(crew.sent(), ({ payout }) => crew.cashier.post(`${payout}/rejection`, because)),
  'paid by transfer': async ({ crew }) => (await crew.paid()).grant,
  'paid in cash': ({ crew }) => after(crew.handed(), ({ payout }) => crew.reviewer.post(`${payout}/countersignature`, {})),
  bounce: ({ crew }) => after(crew.paid(), ({ payout }) => crew.cashier.post(`${payout}/return`, { bankSerial: paper(), ...because })),
  'bounce of what is overdue': (story) => after(overdue(story), ({ payout }) => story.crew.cashier.post(`${payout}/return`, { bankSerial: paper(), ...because })),
  'bounce of what is explained': async ({ crew, life }) => {
    const { payout, grant } = await life.cleared()
    await life.confirmed(crew.cashier.post(`${payout}/return`, { bankSerial: paper(), ...because }))
    return grant
  },
  lapse: async (story) => (await overdue(story)).grant,
  accept: async ({ life }) => (await life.cleared()).grant,
  'accept of what is overdue': async (story) => {
    const file = await overdue(story)
    await done(story.crew.caseworker.put(`/grants/${file.grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '药费' }] }))
    return after(Promise.resolve(file), ({ grant }) => story.crew.reviewer.post(`/grants/${grant}/explanation/acceptance`, {}))
  },
  disallow: async ({ life }) => (await life.recoverable()).grant,
  'disallow of what is overdue': async (story) => (await story.life.recoverable(await overdue(story))).grant,
  'disallow of what is explained': async ({ life }) => (await life.recoverable(await life.cleared())).grant,
  recover: ({ crew, life }) => after(life.recoverable(), ({ payout }) => crew.cashier.post(`${payout}/recovery`, serial())),
  'write off': async ({ crew, life }) => {
    const { payout, grant } = await life.recoverable()
    await life.confirmed(crew.reviewer.post(`${payout}/write-off`, life.decided({ amountFen: 100 })), await life.finance())
    return grant
  },
  claim: async ({ life }) => (await life.claimed()).grant,
  reopen: async ({ life }) => {
    const { claim, grant } = await life.claimed()
    await life.confirmed((await life.finance()).post(`${claim}/reopening`, because), await life.assistance())
    return grant
  },
  replenish: async ({ life }) => (await life.replenished()).grant,
  settle: async ({ life }) => {
    const { claim, grant } = await life.claimed()
    await life.confirmed((await life.finance()).post(`${claim}/settlement`, { decisionNumber: paper(), reason: '不再补足' }), await life.assistance())
    return grant
  },
  reclaim: async ({ crew, life }) => {
    const { payout, grant } = await life.replenished()
    await life.confirmed(crew.reviewer.post(`${payout}/reclaim`, life.decided({ amountFen: 100 })), await life.finance())
    return grant
  },
  'late return': async ({ crew, life }) => {
    const { payout, grant } = await life.replenished()
    await life.confirmed(crew.cashier.post(`${payout}/late-return`, serial()), crew.reviewer)
    return grant
  },
  'undo of a payment': async ({ crew, life, county }) => {
    const { grant } = await crew.paid()
    const [last] = await county.rows('SELECT max(seq) AS seq FROM entries WHERE fund_code = ?', crew.fund)
    await life.confirmed(crew.cashier.post(`/funds/${crew.fund}/undos`, { entrySeq: Number(last?.seq), ...because }))
    return grant
  },
}

const because = { reason: '登记有误' }
const serial = (amountFen = 100) => ({ amountFen, bankSerial: paper(), ...because })

async function ordered(order: Promise<unknown>): Promise<null> {
  await order
  return null
}

async function after(file: Promise<Case>, act: (file: Case) => Promise<{ status: number; body: unknown }>): Promise<string> {
  const there = await file
  await done(act(there))
  return there.grant
}

/** Paid, and its explanation neither filed nor due any more. */
async function overdue({ crew, county }: Story): Promise<Case> {
  const file = await crew.paid({ track: 'urgent' })
  county.setClock('2026-10-10T16:00:00.000Z')
  await lapseExplanations(county.services)
  await Promise.all([crew.cashier, crew.caseworker, crew.reviewer, crew.leader, crew.deputy].map((phone) => phone.signInAgain()))
  return file
}
