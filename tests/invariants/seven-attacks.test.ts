import type { KeyObject } from 'node:crypto'
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { folderKeys, noteNames } from '../../worker/oversight/checkpoint/folder.ts'
import { makeCheckpoint } from '../../worker/oversight/checkpoint/make.ts'
import { verify } from '../../worker/oversight/verify.ts'
import { fundCode } from '../support/county.ts'
import type { Deed } from '../support/insider.ts'
import { insider } from '../support/insider.ts'
import { findings, livedCounty } from '../support/tamper.ts'

const fund = fundCode(1)
const quiet = fundCode(12)
const of = (seq: number) => `fund_code = '${fund}' AND seq = ${seq}`
const actOf = (seq: number) => `SELECT journal_id AS id FROM entries WHERE ${of(seq)}`
const shift = `UPDATE entries SET seq = seq + 1000 WHERE fund_code = '${fund}' AND seq >= 8; UPDATE entries SET seq = seq - 999 WHERE seq > 1000;`
/** 1 allocate, 2 withdraw, 3 to 6 a grant, then the cashier brings cash back four times: 7, 8, 9, 10. */
const attacks: (Deed & { kind: string; named: RegExp })[] = [
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
    deed: `DELETE FROM balances WHERE fund_code = '${quiet}'; DELETE FROM funds WHERE code = '${quiet}'`,
    named: /fund F990101012: the fund was deleted/,
  },
  {
    kind: 'the same length is rewritten',
    deed: `UPDATE entries SET fen = fen * 2, paper = 'CK-9' || seq WHERE fund_code = '${fund}' AND seq BETWEEN 7 AND 9`,
    named: /fund F990101001: entries 7 to 9 were rewritten/,
  },
]

async function watchedCounty() {
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

it.each(attacks)('$kind: by hand, verify names fund and kind', async ({ named, ...deed }) => {
  const county = await watchedCounty()
  insider(county.path, deed, false)
  expect(findings(county.path).join('\n')).toMatch(named)
})

it.each(attacks)('$kind, with every hash, balance and journal row made to fit: only the checkpoint tells', async ({ named, ...deed }) => {
  const county = await watchedCounty()
  insider(county.path, deed, true)
  const without = verify(county.path, { checkpoints: join(county.dataDir, 'none') })
  expect(without.filter(({ bad }) => bad !== null)).toEqual([])
  expect(findings(county.path).join('\n')).toMatch(named)
})

it('the journal alone cannot be rewritten either: a township’s row that is gone is named', async () => {
  const county = await watchedCounty()
  insider(county.path, { forgets: "SELECT id FROM journal WHERE action = 'requests.accept'" }, true)
  expect(findings(county.path).join('\n')).toMatch(/journal 990101001: (row \d+ is gone|was rewritten at row \d+ or before) \(checkpoint 2026-09-28\)/)
})

it('whoever takes away, edits or signs checkpoints anew is named as well', async () => {
  const county = await watchedCounty()
  const folder = join(county.dataDir, 'checkpoints')
  const trusted = folderKeys(folder)
  const said = (keys = trusted) => verify(county.path, { keys }).flatMap(({ bad }) => bad ?? []).join('\n')
  const { privateKey: another } = generateKeyPairSync('ed25519')
  const next = async (key: KeyObject, minute: string) => makeCheckpoint(county.services.db, { folder, key }, new Date(`2026-09-28T02:${minute}:00.000Z`))
  const cashier = await county.phone('t01-chuna')
  const deposit = { amountFen: 500, bankSerial: 'CK-0009', reason: '现金交回' }
  expect((await cashier.post(`/funds/${fund}/deposits`, deposit)).status).toBe(201)
  await next(another, '30')
  // the folder's own keys cannot tell, who keeps the county's key can
  expect(said(folderKeys(folder))).toBe('')
  expect(said()).toMatch('checkpoint 2026-09-28-2: not signed by a known key of xianjiu/990101')
  const keys = folderKeys(folder)
  for (const [name, bend, found] of [
    ['2026-09-28.txt', (text: string) => text.replace('\n12\n', '\n11\n'), /2026-09-28: is no signed checkpoint, or its text/],
    ['2026-09-28.leaves.jsonl', (text: string) => text.replace('"seq":10', '"seq":9'), /2026-09-28: its leaves file is not what was signed/],
  ] as const) {
    const whole = readFileSync(join(folder, name), 'utf8')
    writeFileSync(join(folder, name), bend(whole))
    expect(said(keys), name).toMatch(found)
    writeFileSync(join(folder, name), whole)
  }
  expect(said(keys)).toBe('')
  rmSync(join(folder, '2026-09-28.leaves.jsonl'))
  expect(said(keys)).toMatch('checkpoint 2026-09-28: its leaves file is missing')
  rmSync(join(folder, '2026-09-28.txt'))
  expect(said(keys)).toMatch('checkpoint 2026-09-28-2: the one before it is missing')
})

it('nothing is signed that contradicts what was signed last, and nothing is signed twice', async () => {
  const county = await watchedCounty()
  const how = { folder: join(county.dataDir, 'checkpoints'), key: generateKeyPairSync('ed25519').privateKey }
  const again = () => makeCheckpoint(county.services.db, how, new Date('2026-09-29T02:00:00.000Z'))
  expect((await again()).name).toBe('2026-09-28')
  insider(county.path, attacks[6]!, true)
  await expect(again()).rejects.toThrow('与检查点 2026-09-28 不符:基金 F990101001 第 10 笔。没有签名,请先核对(npm run verify)。')
  expect(noteNames(how.folder)).toEqual(['2026-09-28'])
})
