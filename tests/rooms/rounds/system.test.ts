import { expect, it } from 'vitest'
import type { SystemView } from '../../../worker/contract/index.ts'
import { clockTasks } from '../../../worker/contract/index.ts'
import type { Task } from '../../../worker/rounds/index.ts'
import { TaskFailed, tick } from '../../../worker/rounds/index.ts'
import type { TestCounty } from '../../support/county.ts'
import { fundCode, newCounty } from '../../support/county.ts'

const task = (name: string, run: Task['run']): Task => ({ name, dailyAfter: '02:00', run })
const backedUp = task('backup', async () => ({ file: 'xianjiu-2026-09-28.tar.gz', bytes: 12_345_678, ms: 900, sha256: 'x', entries: 24, photos: 3, missing: 0 }))
const found = (...funds: (string | null)[]) => task('verify', async () => ({
  checks: 21, found: funds.length + 7, findings: funds.map((fund, index) => ({ check: 'a check', bad: `row ${index}`, fund })) }))
const seen = async (county: TestCounty, openid: string) =>
  (await (await county.phone(openid)).get('/system')).body as unknown as SystemView

it('before the first round nothing is known, and nothing is late', async () => {
  const county = await newCounty()
  const empty = { doneAt: null, doneFor: null, late: false, missed: null, failure: null }
  expect(await seen(county, 'county-xitong')).toEqual({
    onServer: false, tick: { at: null, late: false }, wechat: null, findings: null, backup: null,
    tasks: clockTasks.map((name) => ({ task: name, ...empty })),
  })
})

it('the last check and backup, when and for which day; late when a day went without', async () => {
  const county = await newCounty()
  await tick(county.services, [found(), backedUp])
  const view = await seen(county, 'county-caizheng')
  expect(view.tick).toEqual({ at: '2026-09-28T02:00:00.000Z', late: false })
  expect(view.backup).toEqual({ name: 'xianjiu-2026-09-28.tar.gz', bytes: 12_345_678, entryCount: 24, photoCount: 3, missingPhotoCount: 0 })
  expect(view.tasks.at(-1)).toEqual({ task: 'backup', doneAt: '2026-09-28T02:00:00.000Z', doneFor: '2026-09-28', late: false, missed: null, failure: null })
  county.setClock('2026-09-28T02:16:00.000Z')
  expect((await seen(county, 'county-caizheng')).tick.late).toBe(true)
  county.setClock('2026-09-29T15:59:00.000Z')
  expect((await seen(county, 'county-caizheng')).tasks.map(({ late }) => late)).toEqual([false, false, false, false])
  county.setClock('2026-09-29T16:01:00.000Z')
  expect((await seen(county, 'county-caizheng')).tasks.map(({ late }) => late)).toEqual([false, false, true, true])
  county.setClock('2026-10-02T02:00:00.000Z')
  await tick(county.services, [found(), backedUp])
  expect((await seen(county, 'county-caizheng')).tasks.at(-1)).toMatchObject({ late: false, missed: { from: '2026-09-29', until: '2026-10-01' } })
})

it('a failure stays until the task is done; the last good backup stays beside it', async () => {
  const county = await newCounty()
  const services = { ...county.services, log: () => {} }
  await tick(services, [backedUp])
  county.setClock('2026-09-29T02:00:00.000Z')
  await tick(services, [task('backup', async () => { throw new TaskFailed('full', { error: 'no_space' }) }), task('checkpoint', async () => ({ checkpoint: null, missing: 'CHECKPOINT_KEY_FILE' }))])
  const view = await seen(county, 'county-shenji')
  expect(view.backup?.name).toBe('xianjiu-2026-09-28.tar.gz')
  expect(view.tasks.at(-1)).toMatchObject({ doneFor: '2026-09-28', failure: { at: '2026-09-29T02:00:00.000Z', error: 'no_space' } })
  expect(view.tasks[1]).toMatchObject({ failure: { error: 'CHECKPOINT_KEY_FILE' } })
  county.setClock('2026-09-29T02:01:00.000Z')
  await tick(services, [backedUp])
  expect((await seen(county, 'county-shenji')).tasks.at(-1)?.failure).toBeNull()
})

it('a township’s finance officer sees what was found in its own fund, and how much there is', async () => {
  const county = await newCounty()
  await tick(county.services, [found(fundCode(1), fundCode(2), null)])
  expect((await seen(county, 't01-caizheng')).findings).toEqual({ count: 10, items: [{ check: 'a check', text: 'row 0', fundCode: fundCode(1) }] })
  for (const openid of ['county-caizheng', 'county-xitong']) expect((await seen(county, openid)).findings?.items).toHaveLength(3)
})
