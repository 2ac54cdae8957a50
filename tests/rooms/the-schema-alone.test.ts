import { expect, it } from 'vitest'
import type { Value } from '../../worker/platform/index.ts'
import { actInsert } from '../support/act.ts'
import type { TestCounty } from '../support/county.ts'
import { newCounty } from '../support/county.ts'
import { crewOf, forSomebody } from '../support/crew.ts'
import { idOf, pixel } from '../support/steps.ts'

const at = '2026-09-28T02:00:00.000Z'

/** What a handler checks, the database checks too: somebody with plain SQL gets the same word. */
const rules: [string, string, (crew: Awaited<ReturnType<typeof crewOf>>, who: Ids) => Promise<[string, ...Value[]]>][] = [
  [
    'a photo that somebody else uploaded',
    'evidence_unknown',
    async (crew, { act }) => {
      const photo = idOf(await crew.cashier.photo(pixel), 'evidenceId')
      const sql = 'INSERT INTO request_photos (request_id, evidence_id, journal_id) VALUES (?, ?, ?)'
      return [sql, await crew.accepted(), photo, await act('t01-jingban')]
    },
  ],
  [
    'a photo by who only looks on',
    'out_of_scope',
    async (crew, { act }) => {
      const photo = idOf(await crew.reviewer.photo(pixel), 'evidenceId')
      const sql = 'INSERT INTO request_photos (request_id, evidence_id, journal_id) VALUES (?, ?, ?)'
      return [sql, await crew.accepted(), photo, await act('t01-caizheng')]
    },
  ],
  [
    "an undo of the county's money by the cashier",
    'post_required',
    async (crew, { act, person, text }) => [
      `INSERT INTO proposals (id, fund_code, event, fen, day, undoes, reason_text_id, made_by, made_at, journal_id)
       VALUES ('pro_x', ?, 'undo', 8000000, '2026-09-28', 1, ?, ?, '2026-09-28T02:00:00.000Z', ?)`,
      crew.fund,
      await text(),
      await person('t01-chuna'),
      await act('t01-chuna'),
    ],
  ],
  [
    'a proposal turned down by who may not confirm it',
    'post_required',
    async (crew, { act, person, text }) => [
      `INSERT INTO proposal_dismissals (proposal_id, reason_text_id, dismissed_by, dismissed_at, journal_id)
       VALUES (?, ?, ?, '2026-09-28T02:00:00.000Z', ?)`,
      String((await crew.proposed()).split('/').at(-1)),
      await text(),
      await person('t01-jingban'),
      await act('t01-jingban'),
    ],
  ],
  [
    'an explanation without a word or a photo, accepted',
    'explanation_empty',
    async (crew, { act, person }) => {
      const { grant } = await crew.paid({ track: 'urgent' })
      const [by, journal] = [await person('t01-jingban'), await act('t01-jingban')]
      await run(crew.county, [
        `INSERT INTO filings (grant_id, n, filed_by, filed_at, papers_hash, journal_id)
         VALUES (?, 1, ?, '2026-09-28T02:00:00.000Z', ?, ?)`,
        grant,
        by,
        '0'.repeat(64),
        journal,
      ])
      return [
        `INSERT INTO filing_acceptances (grant_id, n, accepted_by, accepted_at, journal_id)
         VALUES (?, 1, ?, '2026-09-28T02:00:00.000Z', ?)`,
        grant,
        await person('t01-caizheng'),
        await act('t01-caizheng'),
      ]
    },
  ],
  [
    'an explanation that the cashier accepts',
    'post_required',
    async (crew, { act, person }) => [
      `INSERT INTO filing_acceptances (grant_id, n, accepted_by, accepted_at, journal_id)
       VALUES (?, 1, ?, '2026-09-28T02:00:00.000Z', ?)`,
      (await crew.paid()).grant,
      await person('t01-chuna'),
      await act('t01-chuna'),
    ],
  ],
  [
    'a due day before the money has arrived',
    'explanation_not_due',
    async (crew, { act }) => [due, (await crew.sent()).grant, '2026-09-28', '2026-10-10', await act('t01-chuna')],
  ],
  [
    'a due day that is one day later than the calendar says',
    'calendar_missing',
    async (crew, { act }) => [due, (await crew.sent()).grant, '2026-09-28', '2026-10-12', await act('t01-chuna')],
  ],
  [
    'a filing sent back until a day called provisional, though the year’s holidays are known',
    'calendar_missing',
    async (crew, { act, person, text }) => [
      `INSERT INTO filing_returns (grant_id, n, reason_text_id, due_on, provisional, returned_by, returned_at, journal_id)
       VALUES (?, 1, ?, '2026-10-10', 1, ?, '2026-09-28T02:00:00.000Z', ?)`,
      (await crew.paid()).grant,
      await text(),
      await person('t01-caizheng'),
      await act('t01-caizheng'),
    ],
  ],
  [
    'a filing sent back with a day more than the calendar says',
    'calendar_missing',
    async (crew, { act, person, text }) => [
      `INSERT INTO filing_returns (grant_id, n, reason_text_id, due_on, provisional, returned_by, returned_at, journal_id)
       VALUES (?, 1, ?, '2026-10-12', 0, ?, '2026-09-28T02:00:00.000Z', ?)`,
      (await crew.paid()).grant,
      await text(),
      await person('t01-caizheng'),
      await act('t01-caizheng'),
    ],
  ],
  [
    'a due day called provisional, though the year’s holidays are known',
    'calendar_missing',
    async (crew, { act }) => [due.replace(', 0,', ', 1,'), (await crew.sent()).grant, '2026-09-28', '2026-10-10', await act('t01-chuna')],
  ],
  [
    'a household apart from that of a look-alike, without a number or a reason',
    'household_unclear',
    async (crew, { act, person }) => {
      const known = { name: '赵大山', village: '河口村' }
      await crew.accepted(known, { payee: undefined })
      const ask = forSomebody(crew.township, known)
      const request = idOf(await crew.coordinator.post('/requests', ask))
      const journal = await act('t01-jingban')
      const household = 'INSERT INTO households (id, township_code, journal_id) VALUES (?, ?, ?)'
      await run(crew.county, [household, 'hou_x', crew.township, journal])
      const member = `INSERT INTO household_changes (person_id, n, household_id, relation, changed_by, changed_at, journal_id)
        SELECT r.person_id, 1, 'hou_x', '本人', j.person_id, j.at, j.id FROM journal j, requests r WHERE j.id = ? AND r.id = ?`
      await run(crew.county, [member, journal, request])
      return [
        `INSERT INTO acceptances (request_id, household_id, kin, accepted_by, accepted_at, journal_id)
         VALUES (?, 'hou_x', 0, ?, '2026-09-28T02:00:00.000Z', ?)`,
        request,
        await person('t01-jingban'),
        journal,
      ]
    },
  ],
  [
    'an account out of turn',
    'chain_stale',
    async (crew, { act, person }) => [
      `INSERT INTO payees (id, request_id, n, kind, relation, holder_cipher, bank_cipher, account_cipher, salt_cipher, said_hash,
         account_index, holder_index, set_by, set_at, journal_id)
       VALUES ('pay_x', ?, 3, 'card', 'self', '', '', '', '', hex(zeroblob(32)), '', '', ?, '2026-09-28T02:00:00.000Z', ?)`,
      await crew.accepted(),
      await person('t01-jingban'),
      await act('t01-jingban'),
    ],
  ],
  [
    "money of tomorrow's date",
    'paid_on_wrong',
    async (crew, { act, person }) => [
      `INSERT INTO entries (fund_code, seq, voucher_year, voucher, event, debit_place, credit_place, fen, day, at, made_by, paper, facts_hash, prev,
         hash, journal_id)
       SELECT fund_code, seq + 1, voucher_year, voucher + 1, 'deposit', 'bank.available', 'cash.available', 1, '2026-09-29', '2026-09-28T02:00:00.000Z',
         ?, 'CK-0001', ?, hash, ?, ? FROM entries WHERE fund_code = ? ORDER BY seq DESC LIMIT 1`,
      await person('t01-chuna'),
      '0'.repeat(64),
      '1'.repeat(64),
      await act('t01-chuna'),
      crew.fund,
    ],
  ],
]

const due = `INSERT INTO explanation_dues (payout_id, seq, grant_id, paid_on, due_on, provisional, journal_id)
  VALUES (?1 || '.1', 99, ?1, ?2, ?3, 0, ?4)`

type Ids = { person(openid: string): Promise<string>; act(openid: string): Promise<string>; text(): Promise<string> }

async function run(county: TestCounty, [sql, ...args]: [string, ...Value[]]): Promise<void> {
  await county.services.db.write([], () => ({ answer: undefined, statements: [{ sql, args }] }))
}

it.each(rules)('%s is refused by the schema alone: %s', async (_, code, wrong) => {
  const county = await newCounty(at)
  const crew = await crewOf(county)
  const one = async (sql: string, ...args: string[]) => String((await county.rows(sql, ...args))[0]?.id)
  const person = (openid: string) => {
    const index = county.services.cipher.index('openid', `${county.services.wechat.appId}:${openid}`)
    return one('SELECT id FROM persons WHERE openid_index = ?', index)
  }
  const act = async (openid: string) => {
    const { id, statement } = actInsert(await person(openid), at)
    await county.services.db.write([], () => ({ answer: undefined, statements: [statement] }))
    return id
  }
  const text = () => one('SELECT id FROM texts LIMIT 1')
  const insert = await wrong(crew, { person, act, text })
  await expect(run(county, insert)).rejects.toThrow(new RegExp(`${code}$`))
})
