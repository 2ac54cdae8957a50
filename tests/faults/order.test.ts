import { expect, it } from 'vitest'
import { LocalConnection } from '../../db/local-connection.ts'
import type { Told, Wish } from './support/approving.ts'
import { approve, atOnce, phonesAt, wishesOf } from './support/approving.ts'
import { prepared } from './support/prepared.ts'
import { can, serverOn } from './support/server.ts'
import { tell, timeout, times } from './support/strength.ts'
import type { Step } from './support/trace.ts'
import { stepsOf, traced } from './support/trace.ts'

const canTrace = can('strace', '-V')
const count = times(64, 640)

it.runIf(canTrace)(`each of ${count} answers leaves after the log was synced (needs strace)`, { timeout }, async () => {
  const county = await prepared(count)
  const told: Told = new Map()
  const server = serverOn(county.dataDir, traced(county.dataDir))
  const phones = phonesAt(await server.url(), county)
  await atOnce(16, wishesOf(county), (wish) => approve(phones, wish, told))
  server.signal('SIGTERM')
  expect(await server.ended).toBe(0)
  const steps = await stepsOf(county.dataDir, count)
  expect(tooEarly(steps)).toEqual([])
  tell('order', { answers: told.size, syncs: steps.filter(({ did }) => did === 'synced').length })
})

it.runIf(canTrace)('killed between writing a commit and syncing it: the retry is answered after the log was synced (needs strace)', { timeout }, async () => {
  let replays = 0
  for (let n = 2; n < times(6, 20); n += 1) {
    const { replayed, steps } = await killedAtSync(n)
    if (!replayed) continue
    replays += 1
    const answered = steps.findIndex(({ did }) => did === 'answered')
    expect(steps.slice(0, answered).some(({ did, what }) => did === 'synced' && what.endsWith('-wal')), `sync ${n}`).toBe(true)
  }
  expect(replays).toBeGreaterThan(0)
  tell('killed at a sync', { replays })
})

it('another process sees each grant at the moment its answer arrives', { timeout }, async () => {
  const county = await prepared(64)
  const server = serverOn(county.dataDir)
  const phones = phonesAt(await server.url(), county)
  const file = new LocalConnection(county.path, 'reader')
  const unseen: string[] = []
  await atOnce(16, wishesOf(county), async (wish) => {
    const reply = await approve(phones, wish, new Map())
    const id = String(reply?.body.grantId)
    if (file.run({ sql: 'SELECT id FROM grants WHERE id = ?', args: [id] }).length !== 1) unseen.push(id)
  })
  file.close()
  expect(unseen).toEqual([])
})

/** The steps of the server that comes after one that was killed at its nth sync, and is asked again. */
async function killedAtSync(n: number): Promise<{ replayed: boolean; steps: Step[] }> {
  const county = await prepared(64)
  const told: Told = new Map()
  const first = serverOn(county.dataDir, traced(county.dataDir, ['-e', `inject=fsync,fdatasync:signal=SIGKILL:when=${n}+`]))
  const phones = phonesAt(await first.url(), county)
  const unanswered: Wish[] = []
  for (const wish of wishesOf(county)) if (unanswered.length === 0 && !(await approve(phones, wish, told))) unanswered.push(wish)
  expect(await first.ended).toBe('SIGKILL')
  const second = serverOn(county.dataDir, traced(county.dataDir))
  const reply = await approve(phonesAt(await second.url(), county), unanswered[0]!, told)
  expect(reply?.status).toBe(201)
  second.signal('SIGKILL')
  await second.ended
  return { replayed: reply?.headers.get('idempotent-replayed') === 'true', steps: await stepsOf(county.dataDir, 1) }
}

/** Answers that left while something was written and not synced, or without any sync since they were asked for. */
function tooEarly(steps: Step[]): string[] {
  const asked = new Map<string, number>()
  let wrote = -1
  let synced = -1
  return steps.flatMap(({ did, what }, n) => {
    if (did === 'asked') asked.set(what, n)
    if (what.endsWith('-wal') && did === 'wrote') wrote = n
    if (what.endsWith('-wal') && did === 'synced') synced = n
    if (did !== 'answered') return []
    return wrote > synced || synced < (asked.get(what) ?? Number.POSITIVE_INFINITY) ? [`step ${n}: ${what}`] : []
  })
}
