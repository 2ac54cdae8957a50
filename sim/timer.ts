import type { Statement, Services } from '../worker/platform/index.ts'
import { digest, headOf, journalHead, journalInsert, newId, rowsHash, statement } from '../worker/platform/index.ts'
import { entryInserts, fundHead, fundHeadOf } from '../worker/fund/index.ts'
import { timed } from '../worker/identity/index.ts'
import { appointed, fundCode, people } from './people.ts'

const fund = statement('SELECT ?', fundCode)
const township = statement('SELECT township_code FROM funds WHERE code = ?', fundCode)

/** The timer finds one payout's explanation late; the schema says whether it is. */
export async function lapse(services: Services, payoutId: string): Promise<void> {
  await timed<'head' | 'lies', null>(services, {
    action: 'explanations.lapse',
    chain: township,
    facts: {
      head: fundHead(fund),
      lies: statement(
        `SELECT coalesce(nullif(b.fen, 0), o.fen) AS fen FROM payouts o
         LEFT JOIN balances b ON b.key = o.id AND b.place = 'awaiting' WHERE o.id = ?`, payoutId),
    },
    plan: ({ head, lies }, { at, on, journalId }) => {
      const entry = {
        event: 'lapse', debit: 'overdue', credit: 'awaiting', fen: Number(lies[0]?.fen), payoutId, day: on, at, madeBy: null,
        factsHash: digest(['lapse', payoutId]), journalId,
      } as const
      return { object: payoutId, answer: null, statements: entryInserts(fundHeadOf(head[0])!, [entry]) }
    },
  })
}

/** The night's check found the books wrong, or right again. */
export async function freeze(services: Services, thaw: boolean): Promise<void> {
  await timed<'last', null>(services, {
    action: thaw ? 'fund.thaw' : 'fund.freeze',
    chain: township,
    facts: { last: statement('SELECT count(*) AS n FROM freezes WHERE fund_code = ?', fundCode) },
    plan: ({ last }, { at, journalId }) => {
      const n = Number(last[0]?.n)
      const row = thaw
        ? statement('INSERT INTO thaws (fund_code, n, thawed_at, journal_id) VALUES (?, ?, ?, ?)', fundCode, n, at, journalId)
        : statement('INSERT INTO freezes (fund_code, n, frozen_at, finding, journal_id) VALUES (?, ?, ?, ?, ?)',
          fundCode, n + 1, at, '模拟的差错', journalId)
      return { object: fundCode, answer: null, statements: [row] }
    },
  })
}

/** Gives the small office's people their second posts, before the first step. */
export async function appointPeople(services: Services, at: Date): Promise<void> {
  const found = appointed.map(([who]) => statement('SELECT id FROM persons WHERE openid_index = ?',
    services.cipher.index('openid', `${services.wechat.appId}:${people[who].openid}`)))
  await services.db.write([journalHead(statement("'county'")), ...found], ([head, ...persons]) => {
    const journalId = newId('jrn', at)
    const rows = appointed.map(([, post], index): Statement => statement(
      'INSERT INTO posts (id, person_id, kind, township_code, from_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
      newId('pos', at), String(persons[index]?.[0]?.id), post, '990101004', at.toISOString(), journalId))
    const journal = journalInsert({
      id: journalId, chain: 'county', at: at.toISOString(), personId: null, post: null, device: null, action: 'county.appoint',
      object: '', problem: null, afterHash: rowsHash(rows), requestId: journalId,
    }, headOf(head?.[0]))
    return { answer: undefined, statements: [journal, ...rows] }
  })
}
