import * as z from 'zod'
import { LocalConnection } from '../../../db/local-connection.ts'
import type { Row } from '../../platform/index.ts'

const whole = z.int().nonnegative()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What the county says of itself: counted in the copy, and once more in what is restored. */
const facts = z.strictObject({
  county: z.string(),
  demo: z.boolean(),
  migrations: whole,
  /** Every fund with its last entry's hash and what each place holds, in fen. */
  funds: z.array(z.strictObject({ code: z.string(), entries: whole, head: z.string(), fen: z.record(z.string(), z.int()) })),
  journal: z.array(z.strictObject({ chain: z.string(), rows: whole, head: hash })),
  totals: z.strictObject({ requests: whole, grants: whole, grantedFen: whole, entries: whole, photos: whole }),
  lastEntryAt: z.string().nullable(),
})
export type Facts = z.infer<typeof facts>

/** The last part of a backup: what the others are, so that a cut one cannot look whole. */
export const manifestShape = z.strictObject({
  format: z.literal('xianjiu-backup-1'),
  madeAt: z.iso.datetime(),
  facts,
  parts: z.array(z.strictObject({ name: z.string(), bytes: whole, sha256: hash })),
  /** Photos that a row names and the disk did not have. */
  missing: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifestShape>
export type Part = Manifest['parts'][number]

/** Opens a copy of a county's file and counts. The same data gives the same facts, to the letter. */
export function factsOf(path: string): Facts {
  const connection = new LocalConnection(path, 'reader')
  const rows = (sql: string): Row[] => connection.run({ sql, args: [] })
  const one = (sql: string): Row => rows(sql)[0] ?? {}
  try {
    const { name, demo } = one('SELECT name, demo FROM county')
    const totals = one(`SELECT (SELECT count(*) FROM requests) AS requests, (SELECT count(*) FROM grants) AS grants,
      (SELECT coalesce(sum(fen), 0) FROM grants) AS grantedFen, (SELECT count(*) FROM entries) AS entries,
      (SELECT count(DISTINCT sha256) FROM evidence) AS photos`)
    return facts.parse({
      county: name,
      demo: demo === 1,
      migrations: one('SELECT count(*) AS n FROM migrations').n,
      funds: rows(`SELECT f.code, coalesce(max(e.seq), 0) AS entries,
          coalesce((SELECT hash FROM entries WHERE fund_code = f.code ORDER BY seq DESC LIMIT 1), '') AS head,
          (SELECT json_group_object(place, fen) FROM (SELECT place, sum(fen) AS fen FROM balances
            WHERE fund_code = f.code GROUP BY place ORDER BY place)) AS fen
        FROM funds f LEFT JOIN entries e ON e.fund_code = f.code GROUP BY f.code ORDER BY f.code`)
        .map((row) => ({ ...row, fen: JSON.parse(String(row.fen)) as unknown })),
      journal: rows(`SELECT chain, seq AS "rows", hash AS head FROM journal j
        WHERE seq = (SELECT max(seq) FROM journal WHERE chain = j.chain) ORDER BY chain`),
      totals,
      lastEntryAt: one('SELECT max(at) AS at FROM entries').at ?? null,
    })
  } finally {
    connection.close()
  }
}

/** The photos that the rows of this copy name: their files lie under `files/`. */
export function photosOf(path: string): string[] {
  const connection = new LocalConnection(path, 'reader')
  try {
    return connection.run({ sql: 'SELECT DISTINCT sha256 FROM evidence ORDER BY sha256', args: [] }).map((row) => String(row.sha256))
  } finally {
    connection.close()
  }
}

/** `files/ab/abcd…`, under the data folder and inside a backup alike. */
export const photoName = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`
