import { dirname, join } from 'node:path'
import { LocalConnection } from '../../db/local-connection.ts'
import { entriesAreChained, journalIsChained } from './chain-checks.ts'
import { checkpointChecks } from './checkpoint/checks.ts'
import { folderKeys, noteNames } from './checkpoint/folder.ts'
import type { VerifierKey } from './checkpoint/note.ts'
import { decisionsFit, filingsFit, personalDataIsSealed } from './fact-checks.ts'
import type { Check, Verdict } from './finding.ts'
import { openBooks } from './finding.ts'
import { grantChecks } from './grant-checks.ts'
import { rowsAreKept } from './row-checks.ts'
import { moneyChecks } from './money-checks.ts'
import { fileIsSound, isDamage, migrationsRan, referencesLead, schemaIsWhole } from './schema-check.ts'
import { ledgerIsReadable, textsAreReadable } from './text-check.ts'

export const checks: Check[] = [
  referencesLead,
  migrationsRan,
  schemaIsWhole,
  entriesAreChained,
  journalIsChained,
  rowsAreKept,
  ...moneyChecks,
  ...grantChecks,
  decisionsFit,
  filingsFit,
  personalDataIsSealed,
]

/** The ledger alone: its chart, every entry, chain, voucher, balance, claim and closed month. */
export const ledgerChecks: Check[] = [schemaIsWhole, entriesAreChained, ...moneyChecks]

/**
 * Checkpoints lie beside the county's file if nothing is said; whoever keeps copies and keys of his own names them.
 * `ledger`: only the ledger and its checkpoints, a small part of the time.
 */
export type Against = { checkpoints?: string | undefined; keys?: readonly VerifierKey[] | undefined; ledger?: boolean }
export type Report = ({ check: string } & Verdict)[]

/**
 * Recomputes every balance, chain and invariant of a county's file. A check that cannot even run has found something, and
 * so has one look at a file that SQLite cannot open. Of a damaged file only the damage is told: what it says further is no
 * evidence against anybody.
 */
export function verify(path: string, against: Against = {}): Report {
  const first = lookAt(path, firstChecks(against))
  return isSafe(first) ? [...first, ...lookAt(path, furtherChecks(path, against))] : first
}

/** Bytes before texts, and the file before what it says. */
export function firstChecks({ ledger }: Against): Check[] {
  return ledger ? [ledgerIsReadable] : [textsAreReadable, fileIsSound]
}

/** Whether the file may be read further. */
export function isSafe(first: Report): boolean {
  return first.every(({ check, bad }) => bad === null || (check === fileIsSound.name && !isDamage(bad)))
}

/** Everything else, checkpoints last. */
export function furtherChecks(path: string, against: Against): Check[] {
  const { checkpoints = join(dirname(path), 'checkpoints'), keys, ledger } = against
  const seen = noteNames(checkpoints).length > 0 ? checkpointChecks(checkpoints, () => keys ?? folderKeys(checkpoints)) : []
  return [...(ledger ? ledgerChecks : checks), ...seen]
}

/** Runs these over a connection of its own. */
export function lookAt(path: string, looks: Iterable<Check>): Report {
  let connection: LocalConnection
  try {
    connection = new LocalConnection(path, 'reader')
  } catch (error) {
    return [{ check: fileIsSound.name, count: 0, bad: inWords(error), fund: null }]
  }
  try {
    const books = openBooks(connection)
    const look = ({ name, run }: Check) => {
      try {
        return { check: name, ...run(books) }
      } catch (error) {
        return { check: name, count: 0, bad: inWords(error), fund: null }
      }
    }
    return Array.from(looks, look)
  } finally {
    connection.close()
  }
}

/** What SQLite says of a damaged file, with what it means. */
function inWords(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  const damaged = error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String(error.code))
  return damaged ? `the file is damaged and cannot be read here (${said})` : said
}
