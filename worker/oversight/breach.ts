import { LocalConnection } from '../../db/local-connection.ts'
import { personCell } from '../identity/index.ts'
import { postLabels, revealFieldLabels } from '../contract/index.ts'
import type { PostKind, RevealField } from '../contract/index.ts'
import type { Cipher, Row } from '../platform/index.ts'
import { statement, textOpen } from '../platform/index.ts'

/** `since` and `until` are instants; `person` null = everybody of the county. */
export type BreachWish = { person: string | null; since: string; until: string }
export type BreachReport = {
  /** Whole values that were looked at, one by one, with the reason. */
  looks: { at: string; by: string; post: string; person: string; number: string; field: string; reason: string }[]
  /** Who handled a case, and so had its page before him. */
  handled: { by: string; post: string; person: string; number: string; first: string; last: string; acts: number }[]
  /** Who held a post that may open these cases in that time: a page that is only read is not noted one by one. */
  could: { by: string; post: string; place: string }[]
  people: number
}

/** Whose personal data was before whom in a span of time (PIPL 57): what the county tells those concerned and the authority. */
export function breachReport(path: string, cipher: Cipher, wish: BreachWish): BreachReport {
  const books = new LocalConnection(path, 'reader')
  try {
    const rows = (sql: string) => books.run(statement(sql, wish.since, wish.until, wish.person))
    const name = (id: unknown, cell: unknown) => personCell(cipher, 'name', String(id), cell as string | null) ?? String(id)
    const looks = rows(looksSql).map((row) => ({
      at: String(row.revealed_at),
      by: name(row.revealed_by, row.officer),
      post: postOf(row),
      person: name(row.person_id, row.person),
      number: String(row.number),
      field: revealFieldLabels[row.field as RevealField],
      reason: textOpen(cipher, row.reason_text_id, row.reason) ?? '理由已到期删除',
    }))
    const handled = rows(handledSql).map((row) => ({
      by: name(row.actor, row.officer),
      post: postOf(row),
      person: name(row.person_id, row.person),
      number: String(row.number),
      first: String(row.first),
      last: String(row.last),
      acts: Number(row.acts),
    }))
    const could = rows(couldSql).map((row) => ({ by: name(row.person_id, row.officer), post: postOf(row), place: String(row.place) }))
    return { looks, handled, could, people: new Set([...looks, ...handled].map(({ person }) => person)).size }
  } finally {
    books.close()
  }
}

const postOf = (row: Row): string => postLabels[row.post as PostKind] ?? '申请人或代办人'

const looksSql = `SELECT v.*, r.number, j.post, o.name_cipher AS officer, p.name_cipher AS person, x.cipher AS reason
  FROM reveals v JOIN requests r ON r.id = v.request_id JOIN journal j ON j.id = v.journal_id JOIN persons o ON o.id = v.revealed_by
  JOIN persons p ON p.id = v.person_id LEFT JOIN texts x ON x.id = v.reason_text_id
  WHERE v.revealed_at >= ?1 AND v.revealed_at < ?2 AND (?3 IS NULL OR v.person_id = ?3) ORDER BY v.revealed_at, v.id`

const handledSql = `WITH things (id, request_id) AS (
    SELECT id, id FROM requests UNION ALL SELECT id, request_id FROM grants
    UNION ALL SELECT o.id, g.request_id FROM payouts o JOIN grants g ON g.id = o.grant_id)
  SELECT j.person_id AS actor, j.post, r.person_id, r.number, min(j.at) AS first, max(j.at) AS last, count(*) AS acts,
    o.name_cipher AS officer, p.name_cipher AS person
  FROM things t JOIN journal j ON j.object = t.id AND j.outcome = 'done' JOIN requests r ON r.id = t.request_id
  JOIN persons o ON o.id = j.person_id JOIN persons p ON p.id = r.person_id
  WHERE j.at >= ?1 AND j.at < ?2 AND (?3 IS NULL OR r.person_id = ?3) AND j.person_id <> r.person_id
  GROUP BY j.person_id, j.post, r.id ORDER BY first, r.number`

const couldSql = `SELECT DISTINCT o.person_id, o.kind AS post, p.name_cipher AS officer, coalesce(t.name, (SELECT name FROM county)) AS place
  FROM posts o JOIN persons p ON p.id = o.person_id LEFT JOIN townships t ON t.code = o.township_code
  WHERE o.kind IN ('caseworker', 'finance_reviewer', 'cashier', 'deputy_leader', 'leader', 'county_assistance')
    AND o.from_at < ?2 AND (o.until_at IS NULL OR o.until_at >= ?1)
    AND (?3 IS NULL OR o.township_code IS NULL OR o.township_code IN (SELECT township_code FROM requests WHERE person_id = ?3))
  ORDER BY place, post, o.person_id`
