import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'
import { newFolder } from '../support/host.ts'
import { idOf, pixel } from '../support/steps.ts'
import { flip, rowsOf, statementsOf, verified } from './support/damage.ts'
import { chance, full, tell, timeout, times } from './support/strength.ts'

const places = times(2, 200)

it('one byte is changed in a known place: verify ends with 1, names something, and never breaks down', { timeout }, async () => {
  const { dataDir, written } = await cleared()
  expect(verified(dataDir)).toEqual({ code: 0, found: [], complained: '' })
  const file = readFileSync(join(dataDir, 'county.db'))
  const lowBit = (byte: number) => byte ^ 1
  const noLetter = (byte: number) => byte ^ 0x80
  // a page may still hold an older copy of a row that nobody reads: every copy is bent
  const everywhere = (text: string, offset: number): number[] => {
    const found: number[] = []
    for (let at = file.indexOf(text); at >= 0; at = file.indexOf(text, at + 1)) found.push(at + offset)
    return found
  }
  const damages: [string, number[], (byte: number) => number][] = [
    ['the hash of an entry', everywhere(written.entry, 0), lowBit],
    ['a letter of an entry that is no letter any more', everywhere(written.entry, 0), noLetter],
    ['the number of a grant', everywhere(written.grant, 12), lowBit],
    ['the name of somebody', everywhere(written.name, 20), lowBit],
    ['the head of a page of entries', everywhere(written.entry, 0).map((at) => pageOf(file, at)), lowBit],
    ['the head of the file', [3], lowBit],
    ['the schema', everywhere('CREATE TABLE entries', 30), noLetter],
  ]
  for (const [what, places, change] of full ? damages : damages.filter((_, n) => [1, 3, 4, 5].includes(n))) {
    const folder = copyOf(dataDir)
    for (const at of new Set(places)) flip(join(folder, 'county.db'), at, change)
    const { code, found, complained } = verified(folder)
    expect([what, code, complained]).toEqual([what, 1, ''])
    expect(found.length, what).toBeGreaterThan(0)
  }
  const folder = copyOf(dataDir)
  const photo = readdirSync(join(folder, 'files'), { recursive: true }).map(String).find((name) => name.length > 40) ?? ''
  flip(join(folder, 'files', photo), 40, lowBit)
  expect(verified(folder)).toMatchObject({ code: 1, complained: '', found: [expect.stringContaining(photo)] })
})

it(`one byte is changed in ${places} places by chance: whatever row says something else is noticed`, { timeout }, async () => {
  const random = chance()
  const { dataDir } = await cleared()
  const size = readFileSync(join(dataDir, 'county.db')).length
  const statements = statementsOf(join(dataDir, 'county.db'))
  const whole = rowsOf(join(dataDir, 'county.db'), statements)
  const count = { places, 'rows changed': 0, named: 0, 'nothing to name': 0 }
  for (let n = 0; n < places; n += 1) {
    const folder = copyOf(dataDir)
    const at = Math.floor(random() * size)
    const by = 1 + Math.floor(random() * 255)
    flip(join(folder, 'county.db'), at, (byte) => byte ^ by)
    const rows = rowsOf(join(folder, 'county.db'), statements)
    const changed = [...whole].filter(([table, before]) => rows.get(table) !== before).map(([table]) => table)
    const { code, found, complained } = verified(folder)
    expect(complained, `byte ${at} ^ ${by}`).toBe('')
    expect([0, 1], `byte ${at} ^ ${by}`).toContain(code)
    if (changed.length > 0) expect(found.length, `byte ${at} ^ ${by} changed ${changed.join()}`).toBeGreaterThan(0)
    count['rows changed'] += changed.length > 0 ? 1 : 0
    count[code === 1 ? 'named' : 'nothing to name'] += 1
  }
  tell('one byte', count)
})

/** A closed county with a case from asking to a cleared explanation, with a photo; and words that stand in its file. */
async function cleared(): Promise<{ dataDir: string; written: { entry: string; grant: string; name: string } }> {
  const county = await newCounty()
  const crew = await crewOf(county, 4)
  const { grant } = await crew.paid()
  const items = [{ kind: 'RECEIPT', evidenceIds: [idOf(await crew.caseworker.photo(pixel), 'evidenceId')] }]
  expect((await crew.caseworker.put(`/grants/${grant}/explanation`, { items })).status).toBeLessThan(300)
  expect((await crew.deputy.post(`/grants/${grant}/explanation/acceptance`, {})).status).toBeLessThan(300)
  const [row] = await county.rows(`SELECT (SELECT number FROM grants) AS number, (SELECT hash FROM entries WHERE event = 'paid') AS entry,
    (SELECT name_cipher FROM persons WHERE phone_cipher IS NULL AND name_cipher IS NOT NULL) AS name`)
  await county.services.db.close()
  return { dataDir: county.dataDir, written: { entry: String(row?.entry), grant: String(row?.number), name: String(row?.name) } }
}

function copyOf(dataDir: string): string {
  const folder = newFolder()
  cpSync(dataDir, folder, { recursive: true })
  return folder
}

/** Where the page that holds `at` begins. */
function pageOf(file: Buffer, at: number): number {
  const size = file.readUInt16BE(16)
  return at - (at % size)
}
