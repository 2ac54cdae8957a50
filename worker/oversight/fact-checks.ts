import { filingHash } from '../explanations/index.ts'
import { decisionHash } from '../grants/index.ts'
import { digest } from '../platform/index.ts'
import type { Check } from './finding.ts'

/** Each `reserve` entry still fits its grant: sums, signatures, payee and policy values are what was decided. */
export const decisionsFit: Check = {
  name: 'every decision is what its entry says',
  run: (books) =>
    books.each(
      `SELECT g.*, a.accepted_by, p.small_cap_fen, p.urgent_ceiling_fen, e.seq, e.facts_hash, e.fen AS entry_fen,
         o.n, o.fen AS payout_fen, o.planned_on FROM grants g
     JOIN payouts o ON o.grant_id = g.id JOIN entries e ON e.payout_id = o.id AND e.event = 'reserve'
     JOIN acceptances a ON a.request_id = g.request_id JOIN policies p ON p.version = g.policy_version ORDER BY g.id`,
      (row) => {
        const facts = [
          row.id,
          row.number,
          row.request_id,
          row.track,
          row.fen,
          row.channel,
          row.payee_id,
          row.approved_by,
          row.accepted_by,
          row.policy_version,
          row.small_cap_fen,
          row.urgent_ceiling_fen,
          row.n,
          row.payout_fen,
          row.planned_on,
          row.formula,
          row.formula_base,
          row.formula_persons,
          row.formula_count,
        ] as (string | number | null)[]
        const fits = row.facts_hash === decisionHash(String(row.salt), facts) && row.payout_fen === row.entry_fen
        return fits
          ? null
          : `grant ${String(row.number)} (${String(row.id)}) was changed after fund ${String(row.fund_code)} entry ${String(row.seq)}`
      },
    ),
}

/** Each filing is made of the papers that were filed, and each `accept` entry accepted just these. */
export const filingsFit: Check = {
  name: 'every explanation is made of the papers that were filed',
  run: (books) =>
    books.each(
      `SELECT f.grant_id, f.n, f.papers_hash, g.salt, e.facts_hash, (SELECT json_group_array(json_array(kind, papers)) FROM (
       SELECT i.kind, (SELECT json_group_array(v.sha256) FROM filing_photos h JOIN evidence v ON v.id = h.evidence_id
         WHERE h.grant_id = i.grant_id AND h.n = i.n AND h.ordinal = i.ordinal) AS papers
       FROM filing_items i WHERE i.grant_id = f.grant_id AND i.n = f.n ORDER BY i.ordinal)) AS items
     FROM filings f JOIN grants g ON g.id = f.grant_id LEFT JOIN filing_acceptances a ON a.grant_id = f.grant_id AND a.n = f.n
     LEFT JOIN payouts o ON a.grant_id IS NOT NULL AND o.grant_id = f.grant_id LEFT JOIN entries e ON e.payout_id = o.id AND e.event = 'accept' AND e.journal_id = a.journal_id
     ORDER BY f.grant_id, f.n`,
      (row) => {
        const items = (JSON.parse(String(row.items)) as [string, string][]).map(([kind, papers]) => ({
          kind,
          papers: JSON.parse(papers) as string[],
        }))
        const name = `explanation of grant ${String(row.grant_id)}, filing ${String(row.n)}`
        if (row.papers_hash !== filingHash(String(row.grant_id), Number(row.n), items))
          return `${name}: its papers were changed`
        const accepted =
          row.facts_hash === null || row.facts_hash === digest([String(row.salt), 'accept', String(row.papers_hash)])
        return accepted ? null : `${name}: not what was accepted`
      },
    ),
}

/** Personal data is ciphertext wherever it lies (D-08). */
export const personalDataIsSealed: Check = {
  name: 'names, numbers and words are ciphertext',
  run: (books) =>
    books.each(
      `SELECT 'persons ' || id AS thing, name_cipher AS a, phone_cipher AS b, id_number_cipher AS c, openid_cipher AS d, name_place_cipher AS e FROM persons
     UNION ALL SELECT 'texts ' || id, cipher, NULL, NULL, NULL, NULL FROM texts
     UNION ALL SELECT 'payees ' || id, holder_cipher, bank_cipher, account_cipher, salt_cipher, NULL FROM payees`,
      (row) => {
        const open = [row.a, row.b, row.c, row.d, row.e].some(
          (cell) => cell !== null && cell !== '' && !/^[ks]\d+:[0-9A-Za-z+/=]{38,}$/.test(String(cell)),
        )
        return open ? `${String(row.thing)} holds plain text` : null
      },
    ),
}
