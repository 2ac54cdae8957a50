import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLocal } from '../../db/local.ts'
import { acceptedCrowd } from '../support/crowd.ts'
import { newCounty } from '../support/county.ts'
import { outsideProgram } from '../support/outside.ts'
import { decision } from '../support/steps.ts'

async function scratch() {
  const path = join(mkdtempSync(join(tmpdir(), 'xianjiu-writer-')), 'scratch.db')
  const outside = outsideProgram(path)
  await outside.run("PRAGMA journal_mode = WAL; CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT NOT NULL CHECK (words <> 'wrong')) STRICT")
  const db = openLocal(path)
  const note = (words: string) => db.write([], () => ({ statements: [{ sql: 'INSERT INTO notes (words) VALUES (?)', args: [words] }], answer: words }))
  const noted = async () => (await outside.run('SELECT words FROM notes ORDER BY id')).map((row) => row.words)
  return { db, outside, note, noted }
}

it('an answer comes only after COMMIT: another connection already sees what was acknowledged', async () => {
  const { db, note, noted } = await scratch()
  const seen = await Promise.all(Array.from({ length: 40 }, async (_, n) => {
    await note(`n${n}`)
    return (await noted()).includes(`n${n}`)
  }))
  expect(seen.every(Boolean)).toBe(true)
  await db.close()
})

it('one refused write does not take its group down', async () => {
  const { db, note, noted } = await scratch()
  const outcomes = await Promise.allSettled(['a', 'wrong', 'b', 'wrong', 'c'].map(note))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
  expect(await noted()).toEqual(['a', 'b', 'c'])
  await db.close()
})

it('after a lock from outside every acknowledged write is on disk, ten times over (libsql-client-ts#352)', async () => {
  const { db, outside, note, noted } = await scratch()
  for (let round = 0; round < 10; round += 1) {
    await outside.run('BEGIN IMMEDIATE')
    const waiting = note(`waits-${round}`)
    const early = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 40))])
    expect(early).toBe(undefined)
    await outside.run('COMMIT')
    await waiting
    await note(`after-${round}`)
    expect((await noted()).slice(-2)).toEqual([`waits-${round}`, `after-${round}`])
  }
  await db.close()
})

it('a lock that does not end is answered with busy, nothing is written, and the next write is durable', async () => {
  const county = await newCounty(undefined, 200)
  const [request] = await acceptedCrowd(county, 1, 50_000)
  const leader = await county.phone('t04-fenguan')
  const outside = outsideProgram(county.path)
  await outside.run('BEGIN IMMEDIATE')
  const refused = await leader.post(`/requests/${request}/grant`, decision(), 'kept-for-the-next-try')
  expect([refused.status, refused.problem.code, refused.headers.get('retry-after')]).toEqual([503, 'busy', '2'])
  await outside.run('ROLLBACK')
  expect(await outside.run('SELECT id FROM grants')).toHaveLength(0)
  expect((await leader.post(`/requests/${request}/grant`, decision(), 'kept-for-the-next-try')).status).toBe(201)
  expect(await outside.run('SELECT id FROM grants')).toHaveLength(1)
})
