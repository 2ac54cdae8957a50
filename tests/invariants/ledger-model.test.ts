import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verify } from '../../worker/oversight/verify.ts'
import type { Phone, Reply } from '../support/phone.ts'
import { fundCode, newCounty } from '../support/county.ts'
import { acceptedCrowd } from '../support/crowd.ts'
import type { Move, Walk } from '../support/ledger-model.ts'
import { LedgerModel } from '../support/ledger-model.ts'
import { decision, pixel } from '../support/steps.ts'

const township = 4
const fund = fundCode(township)
const households = 4
const fen = fc.oneof(fc.integer({ min: 1, max: 82_800 }), fc.constantFrom(82_800, 82_801, 300_000, 2_700_000, 3_000_001))
const who = fc.nat({ max: households - 1 })
const moves: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ do: fc.constantFrom('allocate' as const, 'withdraw' as const), fen, samePerson: fc.boolean() }),
  fc.record({ do: fc.constant('deposit' as const), fen }),
  fc.record({ do: fc.constant('undo' as const), nth: fc.nat({ max: 9 }) }),
  fc.record({ do: fc.constant('grant' as const), who, fen, channel: fc.constantFrom('transfer' as const, 'cash' as const) }),
  fc.record({ do: fc.constantFrom('cancel' as const, 'send' as const, 'pay' as const, 'countersign' as const, 'file' as const, 'accept' as const), who }),
)

it('a thousand random legal and illegal moves: the ledger answers and holds what a sheet of paper says', async () => {
  await fc.assert(fc.asyncProperty(fc.array(moves, { minLength: 30, maxLength: 60 }), async (steps) => {
    const county = await newCounty()
    const office = await Office.open(county)
    const model = new LedgerModel({ bank: 2_700_000, cash: 300_000, seq: 2 }, households)
    for (const [n, step] of steps.entries()) {
      const expected = model.expect(step)
      const reply = await office.act(step, n, model)
      expect(reply.status < 300 ? null : reply.problem.code, `${n}: ${JSON.stringify(step)}`).toBe(expected)
    }
    const held = Object.fromEntries((await county.rows('SELECT place, sum(fen) AS fen FROM balances WHERE fund_code = ? GROUP BY place', fund)).map((row) => [row.place, row.fen]))
    const at = (...places: string[]) => model.cases.filter((one) => places.includes(one.at)).reduce((sum, one) => sum + one.fen, 0)
    expect([held['bank.available'], held['cash.available'], held.county]).toEqual([model.bank, model.cash, model.county])
    expect([(held['bank.held'] ?? 0), (held['cash.held'] ?? 0), held['bank.sent'] ?? 0, held.awaiting ?? 0, held.cleared ?? 0].map(Number).reduce((a, b) => a + b, 0))
      .toBe(at('held', 'handed', 'sent', 'awaiting', 'cleared'))
    expect((await county.rows('SELECT max(seq) AS seq FROM entries WHERE fund_code = ?', fund))[0]?.seq).toBe(model.seq)
    expect(verify(county.path).filter(({ bad }) => bad !== null)).toEqual([])
  }), { numRuns: 24 })
})

/** The people of one township doing what a move says, through the API. */
class Office {
  readonly #grants: string[] = []
  readonly #phones: Map<string, Phone>
  readonly #requests: string[]

  constructor(phones: Map<string, Phone>, requests: string[]) {
    this.#phones = phones
    this.#requests = requests
  }

  static async open(county: Awaited<ReturnType<typeof newCounty>>): Promise<Office> {
    const people = ['county-caizheng', 'county-jiuzhu', 't04-chuna', 't04-caizheng', 't04-fenguan', 't04-jingban']
    return new Office(new Map(await Promise.all(people.map(async (openid) => [openid, await county.phone(openid)] as const))),
      await acceptedCrowd(county, households, 50_000, township))
  }

  async act(move: Move, n: number, model: LedgerModel): Promise<Reply> {
    const cashier = this.#phone('t04-chuna')
    const paper = { bankSerial: `SN-${String(n).padStart(4, '0')}`, reason: '随机一步' }
    if (move.do === 'allocate' || move.do === 'withdraw') {
      const [maker, checker, path] = move.do === 'allocate' ? ['county-caizheng', 'county-jiuzhu', 'allocations'] : ['t04-chuna', 't04-caizheng', 'withdrawals']
      const proposed = await this.#phone(maker!).post(`/funds/${fund}/${path}`, { amountFen: move.fen, ...paper })
      return this.#confirm(proposed, move.samePerson ? maker! : checker!)
    }
    if (move.do === 'deposit') return cashier.post(`/funds/${fund}/deposits`, { amountFen: move.fen, ...paper })
    if (move.do === 'undo') {
      const seq = model.entries[move.nth % Math.max(1, model.entries.length)]?.seq ?? 999
      const proposed = await this.#phone('t04-caizheng').post(`/funds/${fund}/undos`, { entrySeq: seq, reason: '记错了' })
      return this.#confirm(proposed, 't04-fenguan')
    }
    if (move.do === 'grant') {
      const reply = await this.#phone('t04-fenguan').post(`/requests/${this.#requests[move.who]}/grant`, decision({ amountFen: move.fen, channel: move.channel }))
      if (reply.status === 201) this.#grants[move.who] = String(reply.body.grantId)
      return reply
    }
    return this.#walk(move, n)
  }

  async #walk({ do: step, who }: Walk, n: number): Promise<Reply> {
    const path = `/grants/${this.#grants[who] ?? 'gra_0000000000000000000000'}`
    const cashier = this.#phone('t04-chuna')
    if (step === 'cancel') {
      const reply = await this.#phone('t04-fenguan').post(`${path}/cancellation`, { reason: '金额写错' })
      if (reply.status === 201) delete this.#grants[who]
      return reply
    }
    if (step === 'send') return cashier.post(`${path}/payouts/1/sending`, {})
    if (step === 'pay') {
      const slip = String((await cashier.photo(Uint8Array.from([...pixel, n % 256, n >> 8]))).body.evidenceId)
      return cashier.post(`${path}/payouts/1/payment`, { bankSerial: `TX-${String(n).padStart(4, '0')}`, slipEvidenceId: slip })
    }
    if (step === 'countersign') return this.#phone('t04-caizheng').post(`${path}/payouts/1/countersignature`, {})
    if (step === 'file') return this.#phone('t04-jingban').put(`${path}/explanation`, { items: [{ kind: 'NARRATIVE', text: '情况属实' }] })
    return this.#phone('t04-caizheng').post(`${path}/explanation/acceptance`, {})
  }

  async #confirm(proposed: Reply, openid: string): Promise<Reply> {
    if (proposed.status !== 201) return proposed
    return this.#phone(openid).post(`/funds/${fund}/proposals/${String(proposed.body.proposalId)}/confirmation`, {})
  }

  #phone(openid: string): Phone {
    const phone = this.#phones.get(openid)
    if (!phone) throw new Error(openid)
    return phone
  }
}
