import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LocalConnection } from '../../../db/local-connection.ts'
import { entryFields } from '../../fund/index.ts'
import type { Row } from '../../platform/index.ts'
import { sha256 } from '../../platform/index.ts'
import { noteNames } from '../checkpoint/folder.ts'
import type { Books } from '../finding.ts'
import { openBooks } from '../finding.ts'
import { entryOf } from '../read-back.ts'
import type { PlaceRow } from './accounts.ts'
import { writeJournals } from './journals.ts'
import { TextFile } from './text-file.ts'

export type Exported = { entries: number; funds: number; checkpoints: number }

/**
 * Everything an auditor needs, as text in an empty folder: entries in their canonical form with their hashes, chart,
 * funds, balances, checkpoints with public keys, the ledger for hledger and beancount. No names, no words of anybody.
 */
export function exportCounty(path: string, to: string, now: Date, checkpoints = join(dirname(path), 'checkpoints')): Exported {
  mkdirSync(to, { recursive: true })
  if (readdirSync(to).length > 0) throw new Error(`${to} 不是空文件夹。`)
  const connection = new LocalConnection(path, 'reader')
  try {
    connection.exec('BEGIN')
    const exported = writeAll(openBooks(connection), to, now, checkpoints)
    connection.exec('COMMIT')
    return exported
  } finally {
    connection.close()
  }
}

function writeAll(books: Books, to: string, now: Date, checkpoints: string): Exported {
  const hashes = new Map<string, string>()
  const file = (name: string, write: (file: TextFile) => void) => {
    const one = new TextFile(join(to, name))
    write(one)
    hashes.set(name, one.end())
  }
  const list = (name: string, rows: Iterable<unknown>) =>
    file(name, (one) => {
      let between = '[\n'
      for (const row of rows) {
        one.add(`${between}${JSON.stringify(row)}`)
        between = ',\n'
      }
      one.add(between === '[\n' ? '[]\n' : '\n]\n')
    })
  const places = books.rows('SELECT place, sign, per FROM places ORDER BY place') as PlaceRow[]
  const funds = books.rows('SELECT code, township_code, quota_fen, opened_at FROM funds ORDER BY code')
  list('places.json', places)
  list('moves.json', books.rows('SELECT * FROM moves ORDER BY event, debit_place, credit_place'))
  list('funds.json', funds)
  list('balances.json', balancesOf(books))
  let entries = 0
  file('entries.jsonl', (one) => {
    entries = books.each('SELECT * FROM entries ORDER BY fund_code, seq', (row) => {
      one.add(`${JSON.stringify([...canonical(row), row.hash])}\n`)
      return null
    }).count
  })
  const ledgers = ['ledger.journal', 'ledger.beancount'].map((name) => ({ name, file: new TextFile(join(to, name)) }))
  const [hledger, beancount] = ledgers
  if (hledger && beancount) writeJournals(books, new Map(places.map((one) => [one.place, one])), hledger.file, beancount.file)
  for (const one of ledgers) hashes.set(one.name, one.file.end())
  const notes = copyCheckpoints(checkpoints, join(to, 'checkpoints'), hashes)
  const origin = `xianjiu/${String(funds[0]?.township_code ?? '').slice(0, 6)}`
  const said = { version: 'xianjiu-export-1', origin, at: now.toISOString(), funds: funds.length, entries }
  file('export.json', (one) => one.add(`${JSON.stringify(said)}\n`))
  // as `sha256sum -c MANIFEST` reads it
  const manifest = new TextFile(join(to, 'MANIFEST'))
  for (const [name, hash] of [...hashes].toSorted()) manifest.add(`${hash}  ${name}\n`)
  manifest.end()
  return { entries, funds: funds.length, checkpoints: notes }
}

function canonical(row: Row): (string | number | null)[] {
  return entryFields(entryOf(row), {
    fundCode: String(row.fund_code),
    seq: Number(row.seq),
    voucherYear: Number(row.voucher_year),
    voucher: Number(row.voucher),
    prev: String(row.prev),
  })
}

function balancesOf(books: Books): unknown[][] {
  const rows = books.rows('SELECT fund_code, place, key, fen FROM balances WHERE fen <> 0 ORDER BY fund_code, place, key')
  return rows.map((row) => [row.fund_code, row.place, row.key, String(row.fen)])
}

function copyCheckpoints(from: string, to: string, hashes: Map<string, string>): number {
  const names = noteNames(from)
  if (names.length === 0) return 0
  mkdirSync(to)
  const files = [...names.flatMap((name) => [`${name}.txt`, `${name}.leaves.jsonl`]), 'keys.txt']
  for (const name of files.filter((one) => existsSync(join(from, one)))) {
    copyFileSync(join(from, name), join(to, name))
    hashes.set(`checkpoints/${name}`, sha256(readFileSync(join(to, name))))
  }
  return names.length
}
