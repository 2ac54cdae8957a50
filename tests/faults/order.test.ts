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
  const county = await prepared(64)
  const told: Told = new Map()
  const killedAtSync = traced(county.dataDir, ['-e', 'inject=fsync,fdatasync:signal=SIGKILL:when=3+'])
  const first = serverOn(county.dataDir, killedAtSync)
  const phones = phonesAt(await first.url(), county)
  const unanswered: Wish[] = []
  for (const wish of wishesOf(county).slice(0, 8)) if (!(await approve(phones, wish, told))) unanswered.push(wish)
  expect(await first.ended).toBe('SIGKILL')
  const second = serverOn(county.dataDir, traced(county.dataDir))
  const again = phonesAt(await second.url(), county)
  const reply = await approve(again, unanswered[0]!, told)
  expect([reply?.status, reply?.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
  second.signal('SIGKILL')
  await second.ended
  const steps = await stepsOf(county.dataDir, 1)
  const answered = steps.findIndex(({ did }) => did === 'answered')
  expect(steps.slice(0, answered).some(({ did, what }) => did === 'synced' && what.endsWith('-wal'))).toBe(true)
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
