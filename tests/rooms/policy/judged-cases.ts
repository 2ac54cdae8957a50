import type { CaseFacts, JudgeLimits, Wish } from '../../../worker/contract/index.ts'

/** One thing that stands against a wish, written by hand: what makes it, and what must be said. */
export type Axis = {
  name: string
  facts?: Partial<CaseFacts>
  actor?: Partial<CaseFacts['actor']>
  wish?: Partial<Wish>
  limits?: Partial<JudgeLimits>
  outcome: 'next_signer' | 'county' | 'refuse'
  code: string
  rules: string[]
  limitFen?: number
  offer?: string
}

const counted = (kind: 'months' | 'days', persons: number, count: number, base: 'urban' | 'rural' = 'urban') => ({ kind, base, persons, count })

/** In the order in which they are said: of two that stand, the one further up. */
export const axes: Axis[] = [
  { name: 'it has its result', facts: { open: false }, outcome: 'refuse', code: 'request_not_open', rules: [] },
  { name: 'it went to the county', facts: { escalated: true }, outcome: 'county', code: 'county_turn', rules: ['N-20'], offer: 'county' },
  { name: 'nobody accepted it', facts: { accepted: false }, outcome: 'refuse', code: 'request_not_accepted', rules: ['N-22'] },
  { name: 'it is granted', facts: { granted: true }, outcome: 'refuse', code: 'already_granted', rules: [] },
  { name: 'who looks leads nobody', actor: { leads: false }, outcome: 'next_signer', code: 'post_required', rules: ['A-12'] },
  { name: 'he accepted it himself', actor: { filedOrAccepted: true }, outcome: 'next_signer', code: 'same_person', rules: ['A-12'] },
  { name: 'it is his own household', actor: { gains: true }, outcome: 'next_signer', code: 'beneficiary', rules: ['A-12'] },
  { name: 'kin of an officer', facts: { kin: true }, outcome: 'county', code: 'kin_needs_county', rules: ['R-11', 'F-1'], offer: 'county' },
  { name: 'no letter of the county', facts: { letterFen: null }, outcome: 'county', code: 'no_letter', rules: ['R-09'], offer: 'county' },
  { name: 'the standard way', wish: { track: 'standard' }, outcome: 'refuse', code: 'public_notice_needed', rules: ['N-04', 'N-12'] },
  { name: 'a cause of lasting cost', facts: { lastingCost: true }, outcome: 'refuse', code: 'public_notice_needed', rules: ['N-04', 'N-12'] },
  { name: 'three explanations overdue', facts: { overdue: 3 }, wish: { track: 'urgent' }, outcome: 'county', code: 'overdue_explanations', rules: ['R-07'], offer: 'county' },
  { name: 'a stricter county: one explanation overdue', facts: { overdue: 3 }, limits: { overdueBlockUrgent: 1 }, wish: { track: 'urgent' },
    outcome: 'county', code: 'overdue_explanations', rules: ['R-07'], offer: 'county' },
  { name: 'a slight emergency, a fen over its cap', wish: { track: 'urgent', fen: 80_001, formula: { kind: 'light' } }, outcome: 'refuse', code: 'light_cap', rules: ['N-31'], limitFen: 80_000 },
  { name: 'seven months', wish: { formula: counted('months', 1, 7) }, outcome: 'refuse', code: 'formula_months', rules: ['N-31'] },
  { name: '181 days', wish: { formula: counted('days', 1, 181) }, outcome: 'refuse', code: 'formula_days', rules: ['N-31'] },
  { name: 'a person more than the household has', wish: { formula: counted('months', 4, 1) }, outcome: 'refuse', code: 'formula_persons', rules: ['N-31'] },
  { name: 'another sum than it comes to', wish: { formula: counted('months', 1, 1) }, outcome: 'refuse', code: 'formula_sum', rules: ['N-31', 'F-1'], limitFen: 82_800 },
  { name: 'a fen over the ceiling', wish: { fen: 300_001 }, outcome: 'county', code: 'county_turn', rules: ['N-20'], limitFen: 300_000, offer: 'county' },
  { name: 'twice the ceiling', wish: { fen: 600_000 }, outcome: 'county', code: 'county_turn', rules: ['N-20'], limitFen: 300_000, offer: 'county' },
  { name: 'small, a fen over one month', wish: { track: 'small', fen: 82_801 }, outcome: 'refuse', code: 'small_cap', rules: ['N-03'], limitFen: 82_800, offer: 'urgent' },
  { name: 'cash, a fen over its cap', wish: { track: 'urgent', channel: 'cash', fen: 100_001 }, outcome: 'refuse', code: 'cash_cap', rules: ['N-41'], limitFen: 100_000, offer: 'transfer' },
  { name: 'no account', facts: { hasPayee: false }, wish: { channel: 'transfer' }, outcome: 'refuse', code: 'payee_needed', rules: ['D-03'], offer: 'cash' },
  { name: 'another name on the card', facts: { payeeFits: false }, wish: { channel: 'transfer' }, outcome: 'refuse', code: 'payee_holder', rules: ['D-03', 'N-42'] },
  { name: 'an account of two other households', facts: { payeeHouseholds: 2 }, wish: { channel: 'transfer' }, outcome: 'county', code: 'payee_shared', rules: ['N-42'], offer: 'county' },
  { name: 'the same cause this year', facts: { year: { total: 1, sameCause: 1, before: 0 } }, outcome: 'county', code: 'same_cause_this_year', rules: ['N-32'], offer: 'county' },
  { name: 'both of the year are given', facts: { year: { total: 2, sameCause: 0, before: 0 } }, outcome: 'county', code: 'household_year_limit', rules: ['N-32'], offer: 'county' },
  { name: 'the same cause last year, without a word', facts: { year: { total: 0, sameCause: 0, before: 1 } }, outcome: 'refuse', code: 'still_in_need', rules: ['N-32'] },
  { name: 'the fund is frozen', facts: { fund: { bankFen: 500_000, cashFen: 500_000, frozen: true } }, outcome: 'county', code: 'fund_frozen', rules: ['A-11'], offer: 'county' },
  { name: 'the fund is empty', facts: { fund: { bankFen: 0, cashFen: 0, frozen: false } }, outcome: 'county', code: 'fund_insufficient', rules: ['R-02'], limitFen: 0, offer: 'county' },
]

/** The same wish at, under and over each limit: the last fen that is let, and the first that is not. */
export const edges: { name: string; facts?: Partial<CaseFacts>; limits?: Partial<JudgeLimits>; wish: Partial<Wish>; code: string | null; limitFen?: number }[] = [
  { name: 'scenario 1: small for 828.00', wish: { fen: 82_800 }, code: null },
  { name: 'scenario 1: small for 828.01', wish: { fen: 82_801 }, code: 'small_cap', limitFen: 82_800 },
  { name: 'the same as urgent', wish: { track: 'urgent', fen: 82_801 }, code: null },
  { name: 'one fen', wish: { fen: 1 }, code: null },
  { name: 'the ceiling', wish: { track: 'urgent', fen: 300_000 }, code: null },
  { name: 'over the ceiling', wish: { track: 'urgent', fen: 300_001 }, code: 'county_turn', limitFen: 300_000 },
  { name: 'a letter of less than the ceiling', facts: { letterFen: 150_000 }, wish: { track: 'urgent', fen: 150_001 }, code: 'county_turn', limitFen: 150_000 },
  { name: 'a letter of more than the ceiling', facts: { letterFen: 900_000 }, wish: { track: 'urgent', fen: 300_001 }, code: 'county_turn', limitFen: 300_000 },
  { name: 'a lower ceiling', limits: { urgentCeilingFen: 200_000 }, wish: { track: 'urgent', fen: 200_001 }, code: 'county_turn', limitFen: 200_000 },
  { name: 'scenario 4: cash 1000.00', facts: { fund: { bankFen: 0, cashFen: 100_000, frozen: false } }, wish: { track: 'urgent', channel: 'cash', fen: 100_000 }, code: null },
  { name: 'scenario 4: cash 1000.01', wish: { track: 'urgent', channel: 'cash', fen: 100_001 }, code: 'cash_cap', limitFen: 100_000 },
  { name: 'no cash in this county', limits: { cashCapFen: 0 }, wish: { channel: 'cash', fen: 1 }, code: 'cash_cap', limitFen: 0 },
  { name: 'cash without an account', facts: { hasPayee: false }, wish: { channel: 'cash' }, code: null },
  { name: 'cash, another name on the card', facts: { payeeFits: false }, wish: { channel: 'cash' }, code: null },
  { name: 'by person: three persons, three months', limits: { smallBasis: 'per_person' }, facts: { persons: 3 }, wish: { fen: 248_400 }, code: null },
  { name: 'by person: a fen more', limits: { smallBasis: 'per_person' }, facts: { persons: 3 }, wish: { fen: 248_401 }, code: 'small_cap', limitFen: 248_400 },
  { name: 'by person: one alone', limits: { smallBasis: 'per_person' }, facts: { persons: 1 }, wish: { fen: 82_801 }, code: 'small_cap', limitFen: 82_800 },
  { name: 'by person: the ceiling stays', limits: { smallBasis: 'per_person' }, facts: { persons: 9 }, wish: { fen: 300_001 }, code: 'county_turn', limitFen: 300_000 },
  { name: 'two overdue', facts: { overdue: 2 }, wish: { track: 'urgent' }, code: null },
  { name: 'three overdue, small', facts: { overdue: 3 }, wish: { track: 'small' }, code: null },
  { name: 'ninety overdue, small', facts: { overdue: 90 }, wish: { track: 'small' }, code: null },
  { name: 'one given for another cause', facts: { year: { total: 1, sameCause: 0, before: 0 } }, wish: {}, code: null },
  { name: 'a generous county: twice for one cause', limits: { sameCausePerYear: 2 }, facts: { year: { total: 1, sameCause: 1, before: 0 } }, wish: {}, code: null },
  { name: 'three a year: the third', limits: { householdPerYear: 3 }, facts: { year: { total: 2, sameCause: 0, before: 0 } }, wish: {}, code: null },
  { name: 'three a year: the fourth', limits: { householdPerYear: 3 }, facts: { year: { total: 3, sameCause: 0, before: 0 } }, wish: {}, code: 'household_year_limit' },
  { name: 'the last fen of the fund', facts: { fund: { bankFen: 50_000, cashFen: 0, frozen: false } }, wish: { fen: 50_000 }, code: null },
  { name: 'a fen more than the fund', facts: { fund: { bankFen: 49_999, cashFen: 90_000, frozen: false } }, wish: { fen: 50_000 }, code: 'fund_insufficient', limitFen: 49_999 },
  { name: 'the last fen of the drawer', facts: { fund: { bankFen: 0, cashFen: 50_000, frozen: false } }, wish: { channel: 'cash', fen: 50_000 }, code: null },
  { name: 'a fen more than the drawer', facts: { fund: { bankFen: 90_000, cashFen: 49_999, frozen: false } }, wish: { channel: 'cash', fen: 50_000 }, code: 'fund_insufficient', limitFen: 49_999 },
  { name: 'a slight emergency at its cap', wish: { fen: 80_000, formula: { kind: 'light' } }, code: null },
  { name: 'a slight emergency of little', wish: { fen: 1, formula: { kind: 'light' } }, code: null },
  { name: 'scenario 35: light 801', wish: { fen: 80_100, formula: { kind: 'light' } }, code: 'light_cap', limitFen: 80_000 },
  { name: 'scenario 35: 828 x 3 persons x 2 months', facts: { letterFen: 500_000 }, limits: { urgentCeilingFen: 500_000 },
    wish: { track: 'urgent', fen: 496_800, formula: counted('months', 3, 2) }, code: null },
  { name: 'scenario 35: a fen less', facts: { letterFen: 500_000 }, limits: { urgentCeilingFen: 500_000 },
    wish: { track: 'urgent', fen: 496_799, formula: counted('months', 3, 2) }, code: 'formula_sum', limitFen: 496_800 },
  { name: 'scenario 35: over the ceiling of the township', wish: { track: 'urgent', fen: 496_800, formula: counted('months', 3, 2) }, code: 'county_turn', limitFen: 300_000 },
  { name: 'six months', facts: { letterFen: 500_000 }, limits: { urgentCeilingFen: 500_000 },
    wish: { track: 'urgent', fen: 496_800, formula: counted('months', 1, 6) }, code: null },
  { name: 'a county that begins with two months', limits: { monthsMin: 2 }, wish: { fen: 82_800, formula: counted('months', 1, 1) }, code: 'formula_months' },
  { name: 'in the country', wish: { fen: 61_600, formula: counted('months', 1, 1, 'rural') }, code: null },
  { name: 'in the country, by the standard of town', wish: { fen: 82_800, formula: counted('months', 1, 1, 'rural') }, code: 'formula_sum', limitFen: 61_600 },
  { name: 'one standard for both', limits: { ruralDibaoFen: null }, wish: { fen: 82_800, formula: counted('months', 1, 1, 'rural') }, code: null },
  { name: 'ten days', wish: { fen: 27_600, formula: counted('days', 1, 10) }, code: null },
  { name: 'seven days in the country: what is left of a fen falls away', wish: { fen: 14_373, formula: counted('days', 1, 7, 'rural') }, code: null },
  { name: 'a fen that fell away', wish: { fen: 14_374, formula: counted('days', 1, 7, 'rural') }, code: 'formula_sum', limitFen: 14_373 },
  { name: '180 days', facts: { letterFen: 500_000 }, limits: { urgentCeilingFen: 500_000 }, wish: { track: 'urgent', fen: 496_800, formula: counted('days', 1, 180) }, code: null },
  { name: 'by household: counted once', limits: { formulaBasis: 'per_household' }, wish: { fen: 82_800, formula: counted('months', 1, 1) }, code: null },
  { name: 'by household: twice', limits: { formulaBasis: 'per_household' }, wish: { track: 'urgent', fen: 165_600, formula: counted('months', 2, 1) }, code: 'formula_persons' },
]
