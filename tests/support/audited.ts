import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exportCounty } from '../../worker/oversight/export/write.ts'
import type { TestCounty } from './county.ts'
import { newFolder } from './host.ts'

export const auditProgram = fileURLToPath(new URL('../../audit/verify-export.mjs', import.meta.url))
export type Line = (string | number | null)[]

/** What an auditor carries away: the export of this county in a folder of its own. */
export function takenAway({ path }: TestCounty): string {
  const folder = newFolder()
  exportCounty(path, folder, new Date('2026-09-28T12:00:00.000Z'))
  return folder
}

/** The independent program's verdict: '' where everything holds, else what it names. */
export function verdict(folder: string, ...keys: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [auditProgram, folder, ...keys], (error, said, wrong) => {
      const whole = !error && /^everything holds: \d+ funds, \d+ entries, \d+ checkpoints\n$/.test(said)
      resolve(whole ? '' : wrong || `exit without a word: ${said}`)
    })
  })
}

/** Changes a file of the export and makes the manifest fit. */
export function bendFile(folder: string, name: string, bend: (text: string) => string): void {
  writeFileSync(join(folder, name), bend(readFileSync(join(folder, name), 'utf8')))
  const listed = readFileSync(join(folder, 'MANIFEST'), 'utf8').trimEnd().split('\n').map((line) => line.split('  ')[1] ?? '')
  const there = new Set(readdirSync(folder, { recursive: true }).map(String))
  const hash = (one: string) => createHash('sha256').update(readFileSync(join(folder, one))).digest('hex')
  const lines = listed.filter((one) => there.has(one)).map((one) => `${hash(one)}  ${one}\n`)
  writeFileSync(join(folder, 'MANIFEST'), lines.join(''))
}

/** Changes the entries of the export as arrays, hash last. */
export function bendEntries(folder: string, bend: (lines: Line[]) => Line[]): void {
  bendFile(folder, 'entries.jsonl', (text) => {
    const lines = text.trimEnd().split('\n').map((line) => JSON.parse(line) as Line)
    return bend(lines).map((line) => `${JSON.stringify(line)}\n`).join('')
  })
}

/** The same entry with a hash that fits what it says now. */
export function hashed(line: Line): Line {
  const said = line.slice(0, -1)
  return [...said, createHash('sha256').update(JSON.stringify(said)).digest('hex')]
}
