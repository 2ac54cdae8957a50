import type { EntryView } from '../../../worker/contract/fund.ts'
import { eventLabels, placeLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import type { Place } from '../../../worker/contract/terms.ts'
import type { Filter } from '../address/route.ts'

const spendable: readonly Place[] = ['bank.available', 'cash.available']

/** Where the fund's money comes from: these places grow on the other side of the ledger. */
export const origins: readonly Place[] = ['county', 'suspense']

/** What an entry does to one place, or without one to what may be spent: fen in, fen out, or nothing. */
export function effectOf({ debit, credit, amountFen }: EntryView, place: Place | ''): number {
  const watched = place === '' ? spendable : [place]
  const effect = (watched.includes(debit) ? amountFen : 0) - (watched.includes(credit) ? amountFen : 0)
  return place !== '' && origins.includes(place) ? -effect : effect
}

export const isActive = ({ event, place, text }: Filter): boolean => event !== '' || place !== '' || text !== ''

/** The rows a filter leaves. Words are looked for in all that a row shows, sums with or without commas. */
export function filtered(rows: EntryView[], { event, place, text }: Filter): EntryView[] {
  const words = text.trim().toLowerCase().split(/\s+/)
  return rows.filter((row) =>
    (event === '' || row.event === event)
    && (place === '' || row.debit === place || row.credit === place)
    && words.every((word) => shownBy(row).includes(word)))
}

function shownBy(row: EntryView): string {
  const sum = formatFen(row.amountFen)
  return [
    row.seq, row.on, eventLabels[row.event], placeLabels[row.debit], placeLabels[row.credit],
    sum, sum.replaceAll(',', ''), row.grantNumber, row.paper, row.madeBy, row.checkedBy,
  ].join(' ').toLowerCase()
}
