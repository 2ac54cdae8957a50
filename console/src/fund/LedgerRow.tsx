import type { EntryView } from '../../../worker/contract/fund.ts'
import { eventLabels, placeLabels } from '../../../worker/contract/labels.ts'
import type { Place } from '../../../worker/contract/terms.ts'
import { addressOf } from '../address/route.ts'
import { openByClick } from '../lists/rows.ts'
import { Yuan, signedYuan } from '../lists/Yuan.tsx'
import { effectOf } from './filter.ts'

/** One entry. Its sum has a sign only where it changes what is looked at: what may be spent, or the chosen place. */
export function LedgerRow({ code, row, place }: { code: string; row: EntryView; place: Place | '' }) {
  const effect = effectOf(row, place)
  return (
    <tr onClick={openByClick}>
      <td class="end">
        <a data-row={String(row.seq)} href={addressOf({ page: 'entry', code, seq: row.seq })}>{row.seq}</a>
      </td>
      <td class="nowrap">{row.on}</td>
      <td class="nowrap">{eventLabels[row.event]}{row.undoes !== null && ` 第 ${row.undoes} 笔`}</td>
      <td class="wide nowrap quiet">{placeLabels[row.credit]} → {placeLabels[row.debit]}</td>
      <td class="paper">{row.grantNumber ?? row.paper ?? ''}</td>
      <td class="end">
        {effect === 0 ? <span class="quiet"><Yuan fen={row.amountFen} /></span>
          : <span class="yuan">{signedYuan(effect)}</span>}
      </td>
      <td class="end strong"><Yuan fen={row.availableFen + row.cashFen} /></td>
      <td class="people-cell" title={[row.madeBy, row.checkedBy].filter(Boolean).join(',')}>
        {[row.madeBy, row.checkedBy].filter(Boolean).join(',')}
      </td>
    </tr>
  )
}
