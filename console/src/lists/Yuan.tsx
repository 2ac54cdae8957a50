import { formatFen } from '../../../worker/contract/money.ts'

/** A sum in tabular figures; the unit stands beside it or in the column's head. */
export function Yuan({ fen, unit = false }: { fen: number; unit?: boolean }) {
  return <span class="yuan">{formatFen(fen)}{unit && ' 元'}</span>
}

/** `+1,000.00` or `-1,000.00`: the sign says it, never the colour alone. */
export function signedYuan(fen: number): string {
  return fen > 0 ? `+${formatFen(fen)}` : formatFen(fen)
}
