import { expect, it } from 'vitest'
import { checkpointing, checkpointTask } from '../../../worker/host/checkpointing.ts'
import { readConfig } from '../../../worker/host/config.ts'
import { readFolder } from '../../../worker/oversight/checkpoint/folder.ts'
import { nameOf } from '../../../worker/oversight/checkpoint/statement.ts'
import { tick } from '../../../worker/rounds/index.ts'
import { newCounty } from '../../support/county.ts'
import { insider } from '../../support/insider.ts'
import { findings } from '../../support/tamper.ts'

it('when the offices have closed the day’s checkpoint is laid down, and the next one follows it', async () => {
  const county = await newCounty('2026-09-28T11:00:00.000Z')
  const how = checkpointing({ dataDir: county.dataDir, demo: true })!
  const round = () => tick(county.services, [checkpointTask(how)])
  expect(await round()).toMatchObject([{ task: 'checkpoint', outcome: 'done', detail: { checkpoint: '2026-09-28', funds: 13 } }])
  county.setClock('2026-09-29T10:00:00.000Z')
  expect(await round()).toEqual([])
  const cashier = await county.phone('t01-chuna')
  expect((await cashier.post('/funds/F990101001/deposits', { amountFen: 500, bankSerial: 'CK-0009', reason: '现金交回' })).status).toBe(201)
  county.setClock('2026-09-29T11:00:00.000Z')
  expect(await round()).toMatchObject([{ detail: { checkpoint: '2026-09-29' } }])
  const [first, next] = readFolder(how.folder)
  expect(first?.statement).toMatchObject({ origin: 'xianjiu/990101', size: 13, previous: 'none' })
  expect(next?.statement.previous).toBe(nameOf(first!.note.text))
  expect(next?.leaves()?.funds[1]).toMatchObject({ fund: 'F990101001', from: 2, seq: 3 })
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
