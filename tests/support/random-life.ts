import { LocalConnection } from '../../db/local-connection.ts'
import { accountOf } from '../../worker/oversight/export/accounts.ts'
import type { PlaceRow } from '../../worker/oversight/export/accounts.ts'
import type { TestCounty } from './county.ts'
import { newCounty } from './county.ts'
import type { Case, Crew } from './crew.ts'
import { crewOf } from './crew.ts'
import type { Phone, Reply } from './phone.ts'
import { decision, pixel } from './steps.ts'

/** Everything two townships can do with a fund, drawn by lot; what is refused is refused. Each day ends with `closing`. */
export async function randomLife(entries: number, seed: number, closing?: (county: TestCounty) => Promise<unknown>) {
  const county = await newCounty()
  const offices = [2, 5].map((n) => new Office(county, n, lots(seed + n)))
  const count = async () => Number((await county.rows('SELECT count(*) AS n FROM entries'))[0]?.n)
  const from = await count()
  for (let day = 0; (await count()) < from + entries; day += 1) {
    county.setClock(new Date(Date.parse('2026-09-28T02:00:00.000Z') + day * 86_400_000))
    for (const office of offices) {
      await office.opens()
      for (let step = 0; step < 12; step += 1) await office.step()
    }
    await closing?.(county)
  }
  return { county, entries: await count(), events: await eventsOf(county), expected: expectedOf(county) }
}

/** The same numbers from the same seed (mulberry32). */
function lots(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

class Office {
  readonly #county: TestCounty
  readonly #township: number
  readonly #lot: (below: number) => number
  readonly #cases: Case[] = []
  #crew!: Crew
  #finance!: Phone
  #assistance!: Phone
  #serial = 0

  constructor(county: TestCounty, township: number, lot: (below: number) => number) {
    this.#county = county
    this.#township = township
    this.#lot = lot
  }

  /** Everybody signs in: a session does not last over night. */
  async opens(): Promise<void> {
    this.#crew = await crewOf(this.#county, this.#township)
    this.#finance = await this.#county.phone('county-caizheng')
    this.#assistance = await this.#county.phone('county-jiuzhu')
  }

  async step(): Promise<void> {
    const { deputy, cashier, caseworker, reviewer, fund } = this.#crew
    const fen = 1 + this.#lot(30_000)
    const paper = { amountFen: fen, bankSerial: this.#next(), reason: '随机一步' }
    const one = this.#cases[this.#lot(Math.max(1, this.#cases.length))]
    const steps: (() => Promise<unknown>)[] = [
      async () => this.#grant(fen, 'transfer'),
      async () => this.#grant(fen, 'cash'),
      async () => this.#grant(fen, 'transfer').then((made) => made && cashier.post(`${made.payout}/sending`, {}).then(() => this.#pay(made))),
      async () => one && deputy.post(`/grants/${one.grant}/cancellation`, { reason: '金额写错' }),
      async () => one && cashier.post(`${one.payout}/sending`, {}),
      async () => one && cashier.post(`${one.payout}/rejection`, { reason: '户名不符' }),
      async () => one && this.#pay(one),
      async () => one && cashier.post(`${one.payout}/return`, { bankSerial: this.#next(), reason: '退票' }),
      async () => one && this.#accept(one),
      async () => one && this.#confirmed(await reviewer.post(`${one.payout}/disallowance`, this.#decision(fen)), deputy),
      async () => one && cashier.post(`${one.payout}/recovery`, paper),
      async () => this.#confirmed(await this.#finance.post(`/funds/${fund}/allocations`, paper), this.#assistance),
      async () => this.#confirmed(await cashier.post(`/funds/${fund}/withdrawals`, paper), reviewer),
      async () => this.#confirmed(await cashier.post(`/funds/${fund}/returns`, paper), reviewer),
      async () => cashier.post(`/funds/${fund}/deposits`, paper),
      async () => cashier.post(`/funds/${fund}/interests`, paper),
      async () => reviewer.post(`/funds/${fund}/fees`, paper),
      async () => reviewer.post(`/funds/${fund}/receipts`, paper),
      async () => this.#confirmed(await cashier.post(`/funds/${fund}/identifications`, paper), reviewer),
      async () => this.#confirmed(await reviewer.post(`/funds/${fund}/undos`, { entrySeq: 1 + this.#lot(60), reason: '记错了' }), deputy),
      async () => this.#claim(caseworker),
    ]
    await steps[this.#lot(steps.length)]?.()
  }

  #next(): string {
    this.#serial += 1
    return `SN-${this.#crew.fund}-${this.#serial}`
  }

  #decision(fen: number) {
    return { amountFen: fen, decisionNumber: `决〔2026〕${this.#next().replaceAll('-', '_')}号`, reason: '不符合条件' }
  }

  async #grant(amountFen: number, channel: 'transfer' | 'cash'): Promise<Case | null> {
    const request = await this.#crew.accepted()
    const reply = await this.#crew.deputy.post(`/requests/${request}/grant`, decision({ amountFen, channel }))
    if (typeof reply.body.grantId !== 'string') return null
    const made = { request, grant: reply.body.grantId, payout: `/grants/${reply.body.grantId}/payouts/1` }
    this.#cases.push(made)
    return made
  }

  async #pay({ payout }: Case): Promise<void> {
    const { cashier, reviewer } = this.#crew
    const slip = Uint8Array.from([...pixel, this.#serial % 256, this.#serial >> 8])
    const slipEvidenceId = String((await cashier.photo(slip)).body.evidenceId)
    const paid = await cashier.post(`${payout}/payment`, { bankSerial: this.#next() })
    if (paid.status >= 400) await cashier.post(`${payout}/payment`, { slipEvidenceId })
    await reviewer.post(`${payout}/countersignature`, {})
  }

  async #accept({ grant }: Case): Promise<void> {
    await this.#crew.caseworker.put(`/grants/${grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '情况属实' }] })
    await this.#crew.reviewer.post(`/grants/${grant}/explanation/acceptance`, {})
  }

  async #confirmed(proposed: Reply, second: Phone): Promise<void> {
    const { proposalId } = proposed.body
    if (typeof proposalId === 'string') await second.post(`/funds/${this.#crew.fund}/proposals/${proposalId}/confirmation`, {})
  }

  async #claim(maker: Phone): Promise<void> {
    const made = await maker.post(`/funds/${this.#crew.fund}/claims`, {})
    if (made.status >= 400) return
    const path = `/claims/${String(made.body.claimId)}`
    for (const who of [this.#crew.reviewer, this.#assistance, this.#finance]) await who.post(`${path}/confirmation`, {})
    if (this.#lot(2) === 0) await this.#finance.post(`${path}/replenishment`, { bankSerial: this.#next(), reason: '补足' })
  }
}

/** What our own ledger says every account of the export holds: debit positive, nothing left out but zero. */
function expectedOf({ path }: TestCounty): Map<string, bigint> {
  const plain = new LocalConnection(path, 'reader')
  const places = plain.run({ sql: 'SELECT place, sign, per FROM places', args: [] }) as PlaceRow[]
  const rows = plain.run({ sql: 'SELECT fund_code, place, key, fen FROM balances WHERE fen <> 0', args: [] })
  plain.close()
  const held = rows.map(({ fund_code, place, key, fen }) => {
    const known = places.find((one) => one.place === place)!
    return [accountOf(String(fund_code), known, { payout_id: key!, claim_id: key! }), BigInt(Number(fen)) * BigInt(known.sign)] as const
  })
  return new Map(held.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

async function eventsOf(county: TestCounty): Promise<string[]> {
  return (await county.rows('SELECT DISTINCT event FROM entries ORDER BY event')).map(({ event }) => String(event))
}
