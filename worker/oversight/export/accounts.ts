import type { Row } from '../../platform/index.ts'

export type PlaceRow = { place: string; sign: number; per: string }

/** One account for hledger and beancount: fund, place, and the payout or claim that the place is kept for. */
export function accountOf(fund: string, { place, sign, per }: PlaceRow, entry: Row): string {
  const key = keyOf(per, entry)
  const parts = [sign === 1 ? 'Assets' : 'Equity', fund, place.split('.').map(capital).join('-')]
  return [...parts, ...(key === '' ? [] : [capital(key.replaceAll(/[^A-Za-z0-9]/g, '-'))])].join(':')
}

/** What a balance is kept under: nothing more than the fund, its payout, or its claim. */
export function keyOf(per: string, entry: Row): string {
  return per === 'fund' ? '' : String(per === 'claim' ? entry.claim_id : entry.payout_id)
}

/** Whole fen as yuan, as accounting programs read it: -1234.05. */
export function yuan(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
