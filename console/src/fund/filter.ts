import type { EntryView } from '../../../worker/contract/fund.ts'
import { eventLabels, placeLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import type { Place } from '../../../worker/contract/terms.ts'
import type { Filter } from '../address/route.ts'

const spendable: readonly Place[] = ['bank.available', 'cash.available']

/** What an entry does to the running balance: fen in, fen out, or nothing. */
export function effectOf({ debit, credit, amountFen }: EntryView): number {
  return (spendable.includes(debit) ? amountFen : 0) - (spendable.includes(credit) ? amountFen : 0)
}

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
    row.seq, row.on, eventLabels[row.event], placeLabels[row.debit], placeLabels[row.credit], sum, sum.replaceAll(',', ''),
    row.grantNumber, row.paper, row.madeBy, row.checkedBy,
  ].join(' ').toLowerCase()
}
