import type { KeyObject } from 'node:crypto'
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { folderKeys, noteNames } from '../../worker/oversight/checkpoint/folder.ts'
import { makeCheckpoint } from '../../worker/oversight/checkpoint/make.ts'
import { verify } from '../../worker/oversight/verify.ts'
import { fundCode } from '../support/county.ts'
import { insider } from '../support/insider.ts'
import { sevenAttacks, watchedCounty } from '../support/seven-attacks.ts'
import { findings } from '../support/tamper.ts'

const fund = fundCode(1)

it.each(sevenAttacks)('$kind: by hand, verify names fund and kind', async ({ named, ...deed }) => {
  const county = await watchedCounty()
  insider(county.path, deed, false)
  expect(findings(county.path).join('\n')).toMatch(named)
})

it.each(sevenAttacks)('$kind, with every hash, balance and journal row made to fit: only the checkpoint tells', async ({ named, ...deed }) => {
  const county = await watchedCounty()
  insider(county.path, deed, true)
  const without = verify(county.path, { checkpoints: join(county.dataDir, 'none') })
  expect(without.filter(({ bad }) => bad !== null)).toEqual([])
  expect(findings(county.path).join('\n')).toMatch(named)
})

it('every fund that is not what was signed is told, so that each of them can be stopped', async () => {
  const county = await watchedCounty()
  const both = [fund, fundCode(7)]
  insider(county.path, { deed: `UPDATE entries SET fen = fen + 1 WHERE event = 'withdraw' AND fund_code IN ('${both.join("', '")}')` }, true)
  expect(verify(county.path).flatMap(({ funds }) => funds ?? [])).toEqual(both)
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
    ['2026-09-28.txt', (text: string) => text.replace('\n13\n', '\n12\n'), /2026-09-28: is no signed checkpoint, or its text/],
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
  insider(county.path, sevenAttacks[6]!, true)
  await expect(again()).rejects.toThrow('与检查点 2026-09-28 不符:基金 F990101001 第 10 笔。没有签名,请先核对(npm run verify)。')
  expect(noteNames(how.folder)).toEqual(['2026-09-28'])
})
