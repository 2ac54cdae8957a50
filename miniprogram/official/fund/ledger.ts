/** The fund in figures: what may be spent stands first, every entry with what was left after it. */
import type { EntryView, FundView } from '../../../worker/contract/fund.ts'
import { eventLabels, placeLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import { dayWords } from '../../clock/beijing.ts'

export function fundOf(fund: FundView) {
  return {
    name: fund.townshipName, available: formatFen(fund.availableFen), cash: formatFen(fund.cashFen),
    held: formatFen(fund.heldFen),
    quota: formatFen(fund.quotaFen), low: fund.low, frozen: fund.frozen !== null, short: fund.shortFen > 0 ? formatFen(fund.shortFen) : '',
    places: fund.balances.filter(({ fen }) => fen !== 0)
      .map(({ place, fen }) => ({ label: placeLabels[place], sum: formatFen(fen) })),
  }
}
export type Fund = ReturnType<typeof fundOf>

export function entryOf(entry: EntryView) {
  return {
    seq: entry.seq, title: eventLabels[entry.event], number: entry.grantNumber ?? '',
    day: dayWords(entry.on),
    path: `${placeLabels[entry.credit]} → ${placeLabels[entry.debit]}`, sum: signOf(entry) + formatFen(entry.amountFen),
    left: formatFen(entry.availableFen),
    people: [entry.madeBy, entry.checkedBy].filter((name) => name).join('、'), requestId: entry.requestId ?? '',
  }
}

/** What it did to the sum that may be spent; other moves have no sign. */
function signOf({ debit, credit }: EntryView): string {
  const spendable = (place: string): boolean => place === 'bank.available' || place === 'cash.available'
  if (spendable(debit) === spendable(credit)) return ''
  return spendable(debit) ? '+' : '-'
}

export type Entry = ReturnType<typeof entryOf>
