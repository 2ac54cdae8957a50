import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { expect } from 'vitest'
import { makeCheckpoint } from '../../worker/oversight/checkpoint/make.ts'
import { fundCode } from './county.ts'
import type { Deed } from './insider.ts'
import { findings, livedCounty } from './tamper.ts'

const fund = fundCode(1)
const quiet = fundCode(12)
const of = (seq: number) => `fund_code = '${fund}' AND seq = ${seq}`
const actOf = (seq: number) => `SELECT journal_id AS id FROM entries WHERE ${of(seq)}`
const shift = `UPDATE entries SET seq = seq + 1000 WHERE fund_code = '${fund}' AND seq >= 8; UPDATE entries SET seq = seq - 999 WHERE seq > 1000;`
/** 1 allocate, 2 withdraw, 3 to 6 a grant, then the cashier brings cash back four times: 7, 8, 9, 10. */
export const sevenAttacks: (Deed & { kind: string; named: RegExp })[] = [
  { kind: 'an entry is edited', deed: `UPDATE entries SET fen = fen + 5 WHERE ${of(8)}`, named: /fund F990101001: entry 8 was edited/ },
  {
    kind: 'an entry is inserted',
    deed: `CREATE TEMP TABLE one AS SELECT * FROM entries WHERE ${of(7)}; ${shift}
      UPDATE one SET seq = 8, fen = 77, paper = 'CK-0077'; INSERT INTO entries SELECT * FROM one; DROP TABLE one`,
    named: /fund F990101001: entry 8 was inserted/,
  },
  { kind: 'an entry is deleted in the middle', forgets: actOf(8), named: /fund F990101001: entry 8 was deleted/ },
  {
    kind: 'two entries are swapped',
    deed: `UPDATE entries SET seq = 999 WHERE ${of(8)}; UPDATE entries SET seq = 8 WHERE ${of(9)}; UPDATE entries SET seq = 9 WHERE ${of(999)}`,
    named: /fund F990101001: entries 8 and 9 were swapped/,
  },
  { kind: 'the tail is cut', forgets: actOf(10), named: /fund F990101001: its tail was cut: entry 10 is gone/ },
  {
    kind: 'a fund is deleted',
    forgets: `SELECT journal_id AS id FROM entries WHERE fund_code = '${quiet}'
      UNION SELECT journal_id FROM proposals WHERE fund_code = '${quiet}'`,
    deed: `DELETE FROM balances WHERE fund_code = '${quiet}'; DELETE FROM opening_balances WHERE fund_code = '${quiet}';
      DELETE FROM funds WHERE code = '${quiet}'`,
    named: /fund F990101012: the fund was deleted/,
  },
  {
    kind: 'the same length is rewritten',
    deed: `UPDATE entries SET fen = fen * 2, paper = 'CK-9' || seq WHERE fund_code = '${fund}' AND seq BETWEEN 7 AND 9`,
    named: /fund F990101001: entries 7 to 9 were rewritten/,
  },
]

/** A county where a grant went all the way, cash came back, and the day's checkpoint is signed. */
export async function watchedCounty() {
  const county = await livedCounty()
  const cashier = await county.phone('t01-chuna')
  for (const n of [1, 2, 3, 4]) {
    const deposit = { amountFen: 1_000 * n, bankSerial: `CK-000${n}`, reason: '现金交回' }
    expect((await cashier.post(`/funds/${fund}/deposits`, deposit)).status).toBe(201)
  }
  const folder = join(county.dataDir, 'checkpoints')
  const { privateKey: key } = generateKeyPairSync('ed25519')
  await makeCheckpoint(county.services.db, { folder, key }, county.services.clock())
  expect(findings(county.path)).toEqual([])
  return county
}
