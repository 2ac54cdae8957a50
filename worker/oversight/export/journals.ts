import { addDays } from '../../platform/index.ts'
import type { Books } from '../finding.ts'
import type { PlaceRow } from './accounts.ts'
import { accountOf, yuan } from './accounts.ts'
import type { TextFile } from './text-file.ts'

/**
 * The whole walk for two programs that are not ours: two postings an entry, in the order of the days. hledger is told
 * after each posting what the account holds; beancount what every account holds in the end, and that nothing is padded.
 */
export function writeJournals(books: Books, places: ReadonlyMap<string, PlaceRow>, hledger: TextFile, beancount: TextFile): void {
  const held = new Map<string, bigint>()
  let day = ''
  const account = (fund: string, place: string, row: Parameters<typeof accountOf>[2]) => {
    const known = places.get(place)
    if (!known) throw new Error(`no place ${place}`)
    return accountOf(fund, known, row)
  }
  const post = (name: string, fen: bigint): string => {
    if (!held.has(name)) beancount.add(`${day} open ${name} CNY\n`)
    held.set(name, (held.get(name) ?? 0n) + fen)
    return `${name}  ${yuan(fen)} CNY`
  }
  hledger.add('; 先救: every entry of every fund. hledger -f ledger.journal check\ncommodity 1000.00 CNY\n')
  beancount.add('; 先救: every entry of every fund. bean-check ledger.beancount\noption "operating_currency" "CNY"\n')
  books.each('SELECT * FROM entries ORDER BY day, fund_code, seq', (row) => {
    day = String(row.day)
    const fund = String(row.fund_code)
    const fen = BigInt(Number(row.fen))
    const debit = account(fund, String(row.debit_place), row)
    const credit = account(fund, String(row.credit_place), row)
    const postings = [post(debit, fen), post(credit, -fen)]
    const voucher = `${String(row.voucher_year)}-${String(row.voucher)}`
    const said = `${fund} ${voucher} ${String(row.event)}`
    const asserted = [debit, credit].map((name, index) => `    ${postings[index]} = ${yuan(held.get(name) ?? 0n)} CNY\n`)
    hledger.add(`\n${day} (${voucher}) ${said}\n${asserted.join('')}`)
    beancount.add(`${day} * "${said}"\n${postings.map((one) => `  ${one}\n`).join('')}`)
    return null
  })
  if (day === '') return
  const after = addDays(day, 1)
  // without `~ 0` beancount lets a balance be off by one fen
  for (const [name, fen] of held) beancount.add(`${after} balance ${name}  ${yuan(fen)} ~ 0 CNY\n`)
}
