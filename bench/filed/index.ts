import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrations } from '../../db/migrate.ts'
import { townshipSeeds } from '../../db/seed/places.ts'
import { liveCases } from './life.ts'
import { multiply } from './multiply.ts'

const cache = fileURLToPath(new URL('../../.cache/bench/', import.meta.url))
const here = fileURLToPath(new URL('./', import.meta.url))

/**
 * A county with this many closed grants on file, each from request to accepted explanation, of a household of its own:
 * one case per township is lived through the verbs, then its rows are copied with other ids, times and hashes.
 * Made once per set of migrations; the caller works on the cached file itself and may only add to it.
 */
export async function filedCounty(grants: number): Promise<string> {
  const path = `${cache}${grants}-grants-${mark()}.db`
  if (existsSync(path)) return path
  mkdirSync(cache, { recursive: true })
  for (const old of readdirSync(cache)) if (old.startsWith(`${grants}-grants-`)) rmSync(`${cache}${old}`)
  const [lived, draft] = [`${path}.lived`, `${path}.draft`]
  rmSync(lived, { force: true })
  const from = performance.now()
  const cases = await liveCases(lived)
  // the program's connections may linger until they are collected; nobody knows the copy
  copyFileSync(lived, draft)
  multiply(draft, cases, Math.max(0, Math.ceil(grants / townshipSeeds.length) - 1))
  renameSync(draft, path)
  for (const left of ['', '-wal', '-shm']) rmSync(`${lived}${left}`, { force: true })
  process.stderr.write(`made ${path} in ${Math.round((performance.now() - from) / 1000)} s\n`)
  return path
}

/** Other migrations, or another way of copying: another file. */
function mark(): string {
  const hash = createHash('sha256')
  for (const step of migrations()) hash.update(step.sha256)
  for (const file of readdirSync(here)) hash.update(readFileSync(`${here}${file}`))
  return hash.digest('hex').slice(0, 12)
}
