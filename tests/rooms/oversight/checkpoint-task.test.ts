import { expect, it } from 'vitest'
import { checkpointing, checkpointTask } from '../../../worker/host/checkpointing.ts'
import { readConfig } from '../../../worker/host/config.ts'
import { noteNames, readKept } from '../../../worker/oversight/checkpoint/folder.ts'
import { tick } from '../../../worker/rounds/index.ts'
import { newCounty } from '../../support/county.ts'
import { insider } from '../../support/insider.ts'
import { findings } from '../../support/tamper.ts'

it('when the offices have closed the day’s checkpoint is laid down, and the next one follows it', async () => {
  const county = await newCounty('2026-09-28T10:00:00.000Z')
  const how = checkpointing({ dataDir: county.dataDir, demo: true })!
  const round = () => tick(county.services, [checkpointTask(how)])
  expect(await round()).toEqual([])
  county.setClock('2026-09-28T11:00:00.000Z')
  expect(await round()).toMatchObject([{ task: 'checkpoint', outcome: 'done', detail: { checkpoint: '2026-09-28', funds: 12 } }])
  await county.phone('t01-chuna')
  county.setClock('2026-09-29T11:00:00.000Z')
  expect(await round()).toMatchObject([{ outcome: 'done' }])
  const [first, next] = noteNames(how.folder).map((name) => readKept(how.folder, name))
  if (next) expect(next.statement.previous).not.toBe('none')
  expect(first?.statement).toMatchObject({ origin: 'xianjiu/990101', size: 12, previous: 'none' })
  expect(findings(county.path)).toEqual([])
})

it('a county that was rewritten gets no new signature, and the desk is told which fund', async () => {
  const county = await newCounty('2026-09-28T11:00:00.000Z')
  const how = checkpointing({ dataDir: county.dataDir, demo: true })!
  await tick(county.services, [checkpointTask(how)])
  insider(county.path, { deed: "UPDATE entries SET fen = fen - 1 WHERE fund_code = 'F990101005' AND seq = 2" }, true)
  county.setClock('2026-09-29T11:00:00.000Z')
  const detail = { error: 'contradicts_checkpoint', checkpoint: '2026-09-28', what: '基金 F990101005 第 2 笔' }
  const logged = county.services.log
  county.services.log = () => {}
  expect(await tick(county.services, [checkpointTask(how)])).toEqual([{ task: 'checkpoint', outcome: 'failed', detail }])
  county.services.log = logged
})

it('a real county signs with the key that it names, and without one says so', async () => {
  const county = await newCounty('2026-09-28T11:00:00.000Z')
  expect(checkpointing({ dataDir: county.dataDir, demo: false })).toBeNull()
  expect(await tick(county.services, [checkpointTask(null)])).toMatchObject([{ detail: { missing: 'CHECKPOINT_KEY_FILE' } }])
  const { checkpoints } = readConfig({ CHECKPOINT_KEY_FILE: '/nowhere/key.pem', CHECKPOINT_DIR: '/elsewhere' })
  expect(checkpoints).toEqual({ keyFile: '/nowhere/key.pem', folder: '/elsewhere' })
  expect(() => checkpointing({ dataDir: county.dataDir, demo: false, checkpoints })).toThrow('CHECKPOINT_KEY_FILE 读不了:/nowhere/key.pem 不是密钥文件。')
})
