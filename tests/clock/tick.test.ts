import { expect, it } from 'vitest'
import { startTimer } from '../../worker/host/timer.ts'
import type { Services } from '../../worker/platform/index.ts'
import type { Task } from '../../worker/rounds/index.ts'
import { TaskFailed, tick } from '../../worker/rounds/index.ts'
import { dueNow } from '../../worker/rounds/due.ts'
import type { TestCounty } from '../support/county.ts'
import { newCounty } from '../support/county.ts'
import { until } from '../support/host.ts'
import { outsideProgram } from '../support/outside.ts'
import { findings, tamper } from '../support/tamper.ts'

/** A task that counts its goes. */
function counted(name: string, run: Task['run'] = async () => ({})): Task & { goes: number } {
  const task = { name, dailyAfter: '02:00', goes: 0, run: (async (services, round) => { task.goes += 1; return run(services, round) }) as Task['run'] }
  return task
}
/** Something that ends when it is told to. */
function gate(): { open(): void; opened: Promise<void> } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => { open = resolve })
  return { open, opened }
}
const quiet = (county: TestCounty): Services => ({ ...county.services, log: (line) => { county.logged.push(line) } })
const recorded = (county: TestCounty) =>
  county.rows('SELECT task, day, missed_since, outcome, detail FROM rounds ORDER BY finished_at, id')

it('a daily task is due once each Beijing day after its hour, and a clock set back owes nothing', () => {
  const at = (instant: string, last: string | null) => dueNow(new Date(instant), '02:00', last)
  expect(at('2026-09-27T17:59:59Z', '2026-09-27')).toBeNull()
  expect(at('2026-09-27T18:00:00Z', '2026-09-27')).toEqual({ day: '2026-09-28', missedSince: null })
  expect(at('2026-09-28T17:59:59Z', '2026-09-28')).toBeNull()
  expect(at('2026-09-28T17:59:59Z', null)).toEqual({ day: '2026-09-28', missedSince: null })
  expect(at('2026-10-01T18:00:00Z', '2026-09-28')).toEqual({ day: '2026-10-02', missedSince: '2026-09-29' })
  expect(at('2026-09-20T18:00:00Z', '2026-09-28')).toBeNull()
  expect(dueNow(new Date('2026-09-28T16:29:00Z'), '00:30', '2026-09-28')).toBeNull()
  expect(dueNow(new Date('2026-09-28T16:30:00Z'), '00:30', '2026-09-28')).toEqual({ day: '2026-09-29', missedSince: null })
})

it('off for three days: each task once, not three times, and the row says which days went without', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [one, two] = [counted('one', async () => ({ found: 3 })), counted('two')]
  await tick(county.services, [one, two])
  await tick(county.services, [one, two])
  expect([one.goes, two.goes]).toEqual([1, 1])
  county.setClock('2026-10-02T02:00:00.000Z')
  expect(await tick(county.services, [one, two])).toHaveLength(2)
  expect(await tick(county.services, [one, two])).toEqual([])
  expect([one.goes, two.goes]).toEqual([2, 2])
  expect((await recorded(county)).filter(({ task }) => task === 'one')).toEqual([
    { task: 'one', day: '2026-09-28', missed_since: null, outcome: 'done', detail: '{"found":3}' },
    { task: 'one', day: '2026-10-02', missed_since: '2026-09-29', outcome: 'done', detail: '{"found":3}' },
  ])
  expect(county.logged.filter(({ missedSince }) => missedSince === '2026-09-29')).toHaveLength(2)
  expect(findings(county.path)).toEqual([])
})

it('a failing task stops no other; it is logged each time, written down once, and tried again until it is done', async () => {
  const county = await newCounty()
  let broken = true
  const failing = counted('failing', async () => {
    if (broken) throw new TaskFailed('the disk is full', { error: 'no_space', freeBytes: 3 })
    return {}
  })
  const secretive = counted('secretive', async () => { throw new Error('王秀兰 13900000001') })
  const well = counted('well')
  const services = quiet(county)
  expect((await tick(services, [failing, secretive, well]))?.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'done'])
  county.setClock('2026-09-28T02:01:00.000Z')
  await tick(services, [failing, secretive, well])
  expect([failing.goes, well.goes]).toEqual([2, 1])
  expect(county.logged.filter(({ error }) => String(error).includes('the disk is full'))).toHaveLength(2)
  broken = false
  county.setClock('2026-09-28T02:02:00.000Z')
  await tick(services, [failing, secretive, well])
  const rows = await recorded(county)
  expect(rows.filter(({ task }) => task === 'failing').map(({ outcome, detail }) => [outcome, detail])).toEqual(
    [['failed', '{"error":"no_space","freeBytes":3}'], ['done', '{}']])
  expect(rows.filter(({ task }) => task === 'secretive').map(({ detail }) => detail)).toEqual(['{"error":"internal"}'])
  expect(findings(county.path)).toEqual([])
})

it('two rounds at once: one is made. Who died holding the lease is followed when it has run out, and writes nothing any more', async () => {
  const county = await newCounty()
  const services = quiet(county)
  const [begun, dead] = [gate(), gate()]
  const slow = counted('one', async () => { begun.open(); await dead.opened; return { by: 'the first' } })
  const first = tick(services, [slow])
  await begun.opened
  expect(await tick(services, [counted('one')])).toBeNull()
  county.setClock('2026-09-28T02:01:01.000Z')
  expect(await tick(services, [counted('one', async () => ({ by: 'the second' }))])).toHaveLength(1)
  dead.open()
  expect(await first).toEqual([])
  expect((await recorded(county)).map(({ detail }) => detail)).toEqual(['{"by":"the second"}'])
  expect(await tick(services, [])).toEqual([])
})

it('the schema keeps the lease and the rows: neither is taken, rewritten or invented', async () => {
  const county = await newCounty()
  const begun = gate()
  const end = gate()
  const round = tick(county.services, [counted('one', async () => { begun.open(); await end.opened; return {} })])
  await begun.opened
  const outside = outsideProgram(county.path)
  const steal = "UPDATE leases SET holder = 'me', taken_at = '2026-09-28T02:00:30.000Z', until_at = '2030-01-01T00:00:00.000Z'"
  await expect(outside.run(steal)).rejects.toThrow('busy')
  end.open()
  await round
  const again = `INSERT INTO rounds SELECT 'rou_2', task, day, NULL, started_at, finished_at, outcome, '{}', journal_id FROM rounds`
  const byAPerson = `INSERT INTO rounds SELECT 'rou_2', 'other', day, NULL, at, at, outcome, '{}', (SELECT id FROM journal WHERE person_id IS NOT NULL LIMIT 1) FROM (SELECT day, finished_at AS at, outcome FROM rounds)`
  for (const sql of [again, byAPerson, "UPDATE rounds SET detail = '{}'", 'DELETE FROM rounds'])
    await expect(outside.run(sql), sql).rejects.toThrow('append_only')
  tamper(county.path, 'rounds', "UPDATE rounds SET day = '2026-09-27'")
  expect(findings(county.path).join('\n')).toMatch(/rounds\.record of one 2026-09-28 .*a row that it wrote was changed/)
})

it('the timer makes rounds by itself, and lets a running one finish when it is stopped', async () => {
  const county = await newCounty()
  const [begun, end] = [gate(), gate()]
  const timer = startTimer(county.services, [counted('one', async () => { begun.open(); await end.opened; return {} })], 0.01)
  await begun.opened
  let stopped = false
  const stopping = timer.stop().then(() => { stopped = true })
  await until(async () => ((await county.rows('SELECT 1 FROM leases')).length > 0 ? true : undefined))
  expect(stopped).toBe(false)
  end.open()
  await stopping
  expect((await recorded(county)).map(({ outcome }) => outcome)).toEqual(['done'])
})
