import type { ProblemCode } from '../../worker/contract/index.ts'

type Case = { fen: number; channel: 'transfer' | 'cash'; at: 'open' | 'held' | 'sent' | 'handed' | 'awaiting' | 'cleared'; filed: boolean }
export type Move =
  | { do: 'allocate'; fen: number; samePerson: boolean }
  | { do: 'withdraw'; fen: number; samePerson: boolean }
  | { do: 'deposit'; fen: number }
  | { do: 'undo'; nth: number }
  | { do: 'grant'; who: number; fen: number; channel: 'transfer' | 'cash' }
  | Walk
export type Walk = { do: 'cancel' | 'send' | 'pay' | 'countersign' | 'file' | 'accept'; who: number }

/** The fund as an accountant would keep it on one sheet of paper: it knows no SQL, no chain, no trigger. */
export class LedgerModel {
  bank: number
  cash: number
  county: number
  cases: Case[]
  entries: { seq: number; event: 'allocate' | 'withdraw' | 'deposit'; fen: number; undone: boolean }[] = []
  seq: number

  constructor(start: { bank: number; cash: number; seq: number }, cases: number) {
    this.bank = start.bank
    this.cash = start.cash
    this.county = start.bank + start.cash
    this.seq = start.seq
    this.cases = Array.from({ length: cases }, () => ({ fen: 0, channel: 'transfer', at: 'open', filed: false }))
  }

  /** What must come back: null = done, else the problem's code. The sheet is changed accordingly. */
  expect(move: Move): ProblemCode | null {
    switch (move.do) {
      case 'allocate': return move.samePerson ? 'second_person_required' : this.#order('allocate', move.fen)
      case 'withdraw': return move.samePerson ? 'post_required' : move.fen > this.bank ? 'fund_insufficient' : this.#order('withdraw', move.fen)
      case 'deposit': return move.fen > this.cash ? 'fund_insufficient' : this.#order('deposit', move.fen)
      case 'undo': return this.#undo(move.nth)
      case 'grant': return this.#grant(move)
      default: return this.#walk(move.do, this.cases[move.who]!)
    }
  }

  #order(event: 'allocate' | 'withdraw' | 'deposit', fen: number, sign = 1): null {
    if (event === 'allocate') [this.bank, this.county] = [this.bank + sign * fen, this.county + sign * fen]
    if (event === 'withdraw') [this.bank, this.cash] = [this.bank - sign * fen, this.cash + sign * fen]
    if (event === 'deposit') [this.bank, this.cash] = [this.bank + sign * fen, this.cash - sign * fen]
    this.seq += 1
    if (sign === 1) this.entries.push({ seq: this.seq, event, fen, undone: false })
    return null
  }

  #undo(nth: number): ProblemCode | null {
    const entry = this.entries[nth % Math.max(1, this.entries.length)]
    if (!entry) return 'input'
    if (entry.undone) return 'already_undone'
    if ((entry.event === 'withdraw' ? this.cash : this.bank) < entry.fen) return 'fund_insufficient'
    entry.undone = true
    return this.#order(entry.event, entry.fen, -1)
  }

  #grant({ who, fen, channel }: { who: number; fen: number; channel: 'transfer' | 'cash' }): ProblemCode | null {
    const one = this.cases[who]!
    if (one.at !== 'open') return 'already_granted'
    if (fen > 300_000) return 'county_turn'
    if (fen > 82_800) return 'small_cap'
    if (fen > (channel === 'cash' ? this.cash : this.bank)) return 'fund_insufficient'
    if (channel === 'cash') this.cash -= fen
    else this.bank -= fen
    Object.assign(one, { fen, channel, at: 'held', filed: true })
    this.seq += 1
    return null
  }

  #walk(step: Walk['do'], one: Case): ProblemCode | null {
    const cash = one.channel === 'cash'
    if (one.at === 'open') return 'not_found'
    if (step === 'cancel') {
      if (one.at !== 'held') return 'cannot_cancel'
      if (cash) this.cash += one.fen
      else this.bank += one.fen
      return this.#to(one, 'open')
    }
    if (step === 'send') return cash ? 'move_unknown' : one.at === 'held' ? this.#to(one, 'sent') : 'place_overdrawn'
    if (step === 'pay' && cash) return one.at === 'held' ? this.#to(one, 'handed', 0) : 'slip_waiting'
    if (step === 'pay') return one.at === 'sent' ? this.#to(one, 'awaiting') : 'place_overdrawn'
    if (step === 'countersign') return one.at === 'handed' ? this.#to(one, 'awaiting') : cash && one.at !== 'held' ? 'place_overdrawn' : 'slip_missing'
    if (one.at === 'cleared') return 'explanation_accepted'
    if (step === 'file') return null
    return one.at === 'awaiting' ? this.#to(one, 'cleared') : 'explanation_not_due'
  }

  #to(one: Case, at: Case['at'], entries = 1): null {
    one.at = at
    this.seq += entries
    return null
  }
}
