import { generateKeyPairSync } from 'node:crypto'
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { peopleSeeds } from '../../db/seed/people.ts'
import { noteOf, signed, verifierLine, verifierOf, written } from '../../worker/oversight/checkpoint/note.ts'
import type { Line } from '../support/audited.ts'
import { auditProgram, bendEntries, bendFile, hashed, takenAway, verdict } from '../support/audited.ts'
import { fundCode } from '../support/county.ts'
import { newFolder } from '../support/host.ts'
import { insider } from '../support/insider.ts'
import { sevenAttacks, watchedCounty } from '../support/seven-attacks.ts'

const fund = fundCode(1)
const at = (lines: Line[], seq: number) => lines.findIndex(([, code, n]) => code === fund && n === seq)
const put = (line: Line, place: number, value: string | number | null) => line.with(place, value)
const [voucher, event, debit, credit, fen] = [4, 5, 6, 7, 8]

it('is short, stands alone, and reads nothing but the export', () => {
  const source = readFileSync(auditProgram, 'utf8')
  expect(source.split('\n').length).toBeLessThanOrEqual(150)
  expect([...source.matchAll(/\bimport\b[^'"]*['"]([^'"]+)['"]/g)].map(([, name]) => name)).toEqual(['node:crypto', 'node:fs', 'node:path', 'node:readline'])
  expect(source).not.toMatch(/\brequire\b|\bimport\(|\bfetch\b/)
})

it('an export as it left the house holds, also with the auditor’s own keys; nobody’s name, number or words are in it', async () => {
  const county = await watchedCounty()
  const folder = takenAway(county)
  expect(await verdict(folder)).toBe('')
  expect(await verdict(folder, join(county.dataDir, 'checkpoints', 'keys.txt'))).toBe('')
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n')
  const personal = peopleSeeds.flatMap(({ name, phone, idNumber }) => [name, phone, idNumber].filter((one) => one !== undefined))
  expect(personal.length).toBeGreaterThan(50)
  for (const word of [...personal, '情况属实', '现金交回', '6217009901000000001']) expect(all.includes(word), word).toBe(false)
})

/** What a careful insider's export is caught at: the first entry that is not the one which was signed. */
const caught = [
  /fund F990101001 entry 8: is not the entry that a checkpoint saw here/,
  /fund F990101001 entry 8: is not the entry that a checkpoint saw here/,
  /fund F990101001 entry 8: is not the entry that a checkpoint saw here/,
  /fund F990101001 entry 8: is not the entry that a checkpoint saw here/,
  /fund F990101001: entry 10 is gone; checkpoint 2026-09-28\.txt saw 10 entries/,
  /fund F990101012: it was deleted; checkpoint 2026-09-28\.txt saw 2 entries/,
  /fund F990101001 entry 7: is not the entry that a checkpoint saw here/,
]

it.each(sevenAttacks.map((attack, index) => ({ ...attack, found: caught[index]! })))('$kind before the export: named, careless or careful', async ({ found, ...deed }) => {
  for (const careful of [false, true]) {
    const county = await watchedCounty()
    insider(county.path, deed, careful)
    expect(await verdict(takenAway(county)), careful ? 'careful' : 'careless').toMatch(careful ? found : /^WRONG .*(F990101001:? entry ([789]|10)|F990101012)/)
  }
})

const onTheText: { kind: string; bend(lines: Line[]): Line[]; found: RegExp }[] = [
  { kind: 'edited', bend: (lines) => lines.with(at(lines, 8), put(lines[at(lines, 8)]!, fen, '1')), found: /entry 8: is not the entry that a checkpoint saw here/ },
  { kind: 'inserted', bend: (lines) => lines.toSpliced(at(lines, 8), 0, lines[at(lines, 8)]!), found: /entry 8: is of no fund, or comes twice/ },
  { kind: 'deleted', bend: (lines) => lines.toSpliced(at(lines, 8), 1), found: /entry 9: expected entry 8/ },
  { kind: 'swapped', bend: (lines) => lines.with(at(lines, 8), lines[at(lines, 9)]!).with(at(lines, 9), lines[at(lines, 8)]!), found: /entry 9: expected entry 8/ },
  { kind: 'cut', bend: (lines) => lines.toSpliced(at(lines, 10), 1), found: /fund F990101001: entry 10 is gone/ },
  { kind: 'without a fund', bend: (lines) => lines.filter(([, code]) => code !== fund), found: /fund F990101001: entry 10 is gone/ },
]

it.each(onTheText)('the exported text $kind, its manifest made to fit: named', async ({ bend, found }) => {
  const folder = takenAway(await watchedCounty())
  bendEntries(folder, bend)
  expect(await verdict(folder)).toMatch(found)
})

it('what no checkpoint has seen yet still has to be a chain of legal moves', async () => {
  const county = await watchedCounty()
  const cashier = await county.phone('t01-chuna')
  expect((await cashier.post(`/funds/${fund}/deposits`, { amountFen: 500, bankSerial: 'CK-0099', reason: '现金交回' })).status).toBe(201)
  const whole = takenAway(county)
  expect(await verdict(whole)).toBe('')
  for (const [bend, found] of [
    [(line: Line) => put(line, fen, '600'), /entry 11: its hash is wrong/],
    [(line: Line) => hashed(put(line, voucher, 99)), /entry 11: its voucher number is not the next/],
    [(line: Line) => hashed(put(line, event, 'allocate')), /entry 11: is no legal move/],
    [(line: Line) => hashed(put(line, fen, '-5')), /entry 11: is no legal move/],
    [(line: Line) => hashed(put(line, fen, '1e3')), /entry 11: is no legal move/],
    [(line: Line) => hashed(put(line, fen, '99999999999')), /entry 11: cash\.available falls below zero/],
    [(line: Line) => hashed(put(put(put(line, event, 'withdraw'), debit, 'cash.available'), credit, 'bank.available')), /entry 11: has no second person/],
    [(line: Line) => hashed(put(line, fen, '501')), /balances\.json .*bank\.available.*the entries say/],
    [(line: Line) => hashed(put(line, 18, 'f'.repeat(64))), /entry 11: does not follow the one before it/],
    [(line: Line) => hashed(put(line, 0, 'xianjiu-entry-0')), /entry 11: is no entry/],
  ] as const) {
    const folder = join(newFolder(), 'export')
    cpSync(whole, folder, { recursive: true })
    bendEntries(folder, (lines) => lines.with(at(lines, 11), bend(lines[at(lines, 11)]!)))
    expect(await verdict(folder)).toMatch(found)
  }
})

it('a checkpoint that is missing, edited or signed by somebody else is named', async () => {
  const county = await watchedCounty()
  const whole = takenAway(county)
  const trusted = join(county.dataDir, 'checkpoints', 'keys.txt')
  const bent = async (bend: (folder: string) => void, ...keys: string[]) => {
    const folder = join(newFolder(), 'export')
    cpSync(whole, folder, { recursive: true })
    bend(folder)
    return verdict(folder, ...keys)
  }
  const note = 'checkpoints/2026-09-28.txt'
  expect(await bent((folder) => writeFileSync(join(folder, 'entries.jsonl'), ''))).toMatch(/MANIFEST: entries\.jsonl was changed/)
  expect(await bent((folder) => { rmSync(join(folder, 'checkpoints'), { recursive: true }); bendFile(folder, 'export.json', (text) => text) })).toMatch(/checkpoints: there is none/)
  expect(await bent((folder) => bendFile(folder, note, (text) => text.replace('\n13\n', '\n12\n')))).toMatch(/the signature of xianjiu\/990101 is wrong/)
  expect(await bent((folder) => bendFile(folder, note.replace('.txt', '.leaves.jsonl'), (text) => text.replace('"seq":10', '"seq":9')))).toMatch(/its leaves are not what was signed/)
  const { privateKey: another } = generateKeyPairSync('ed25519')
  const resign = (folder: string) => {
    bendFile(folder, note, (text) => written(signed({ text: noteOf(text).text, signatures: [] }, 'xianjiu/990101', another)))
    bendFile(folder, 'checkpoints/keys.txt', () => `${verifierLine(verifierOf('xianjiu/990101', another))}\n`)
  }
  expect(await bent(resign)).toBe('')
  expect(await bent(resign, trusted)).toMatch(/not signed by a known key of xianjiu\/990101/)
  expect(await bent((folder) => bendFile(folder, 'balances.json', (text) => text.replace(/"(\d)(\d+)"\]/, '"$1$2$1"]')))).toMatch(/balances\.json .*the entries say/)
})
