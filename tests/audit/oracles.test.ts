import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { noteNames } from '../../worker/oversight/checkpoint/folder.ts'
import { makeCheckpoint } from '../../worker/oversight/checkpoint/make.ts'
import { takenAway, verdict } from '../support/audited.ts'
import type { TestCounty } from '../support/county.ts'
import { newFolder } from '../support/host.ts'
import { randomLife } from '../support/random-life.ts'
import { findings } from '../support/tamper.ts'

const installed = (program: string) => spawnSync(program, ['--version']).status === 0
const has = { hledger: installed('hledger'), beancount: installed('bean-check') && installed('bean-query') }
const why = (program: keyof typeof has) => (has[program] ? '' : ` (${program} is not installed here: not run)`)

/** What our ledger holds, per account as the export names it: fen on the debit side, credits negative. */
async function lived() {
  const life = await randomLife(300, 20_260_928)
  return { ...life, folder: takenAway(life.county) }
}
const fenOf = (yuan: string) => BigInt(yuan.replace('.', ''))
/** Account and fen of a two-column report. */
function accounts(lines: string[]): Map<string, bigint> {
  return new Map(lines.flatMap((line) => {
    const [, name = '', yuan = ''] = /^"?((?:Assets|Equity):[^",\s]+)"?,"?(-?[\d.]+)(?: CNY)?"?/.exec(line.replaceAll(/\s/g, '')) ?? []
    return name === '' || fenOf(yuan) === 0n ? [] : [[name, fenOf(yuan)] as const]
  }).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

it('a random life with a checkpoint a day holds for verify and for the auditor’s program', async () => {
  const { privateKey: key } = generateKeyPairSync('ed25519')
  const closing = ({ dataDir, services }: TestCounty) =>
    makeCheckpoint(services.db, { folder: join(dataDir, 'checkpoints'), key }, services.clock())
  const { county } = await randomLife(200, 7, closing)
  expect(noteNames(join(county.dataDir, 'checkpoints')).length).toBeGreaterThan(5)
  expect(findings(county.path)).toEqual([])
  expect(await verdict(takenAway(county))).toBe('')
})

it.runIf(has.hledger)(`hledger recomputes a county's random life to the fen, and notices one altered figure${why('hledger')}`, async () => {
  const { folder, expected, entries, events } = await lived()
  expect(entries).toBeGreaterThan(300)
  expect(events.length).toBeGreaterThan(14)
  const ledger = join(folder, 'ledger.journal')
  execFileSync('hledger', ['-f', ledger, 'check'])
  const report = execFileSync('hledger', ['-f', ledger, 'balance', '--flat', '--no-total', '-O', 'csv'], { encoding: 'utf8' })
  expect(accounts(report.split('\n'))).toEqual(expected)
  const bent = join(newFolder(), 'bent.journal')
  writeFileSync(bent, oneFigure(readFileSync(ledger, 'utf8')))
  expect(spawnSync('hledger', ['-f', bent, 'check'], { encoding: 'utf8' }).stderr).toMatch(/balance/)
})

it.runIf(has.beancount)(`beancount recomputes a county's random life to the fen, and notices one altered figure${why('beancount')}`, async () => {
  const { folder, expected } = await lived()
  // beancount leaves a cache beside the file that it read
  const ledger = join(newFolder(), 'ledger.beancount')
  copyFileSync(join(folder, 'ledger.beancount'), ledger)
  const check = (file: string) => spawnSync('bean-check', [file], { encoding: 'utf8' })
  expect(check(ledger)).toMatchObject({ status: 0, stderr: '' })
  const query = 'SELECT account, sum(number) GROUP BY account'
  const report = execFileSync('bean-query', ['-f', 'csv', ledger, query], { encoding: 'utf8' })
  expect(accounts(report.split('\n'))).toEqual(expected)
  const bent = join(newFolder(), 'bent.beancount')
  writeFileSync(bent, oneFigure(readFileSync(ledger, 'utf8')))
  const found = check(bent)
  expect(found.status).not.toBe(0)
  expect(found.stderr).toMatch(/Balance failed|does not balance/)
})

/** The same ledger with one fen more in one posting and one fen less in its counterpart. */
function oneFigure(text: string): string {
  const lines = text.split('\n')
  const at = Math.floor(lines.length / 2) + lines.slice(Math.floor(lines.length / 2)).findIndex((line) => /^\s+Assets:\S+ {2}\d/.test(line))
  const bend = (line: string, by: bigint) => line.replace(/ {2}(-?)(\d+)\.(\d\d) CNY/, (_, minus: string, yuan: string, cents: string) => {
    const fen = BigInt(`${minus}${yuan}${cents}`) + by
    const digits = String(fen < 0n ? -fen : fen).padStart(3, '0')
    return `  ${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)} CNY`
  })
  return lines.with(at, bend(lines[at] ?? '', 1n)).with(at + 1, bend(lines[at + 1] ?? '', -1n)).join('\n')
}
