import { afterAll, beforeAll, test } from 'vitest'
import { openList, openTownship, takePhoto, type Township } from './support/township.ts'

let town: Township
beforeAll(async () => { town = await openTownship() })
afterAll(() => town.stop())

test('the explanation: camera first, sent back once, then accepted by another person', async () => {
  const clerk = await town.phone('t01-jingban', 'official/queue/queue')
  await openList(clerk, '待补说明')
  await clerk.page.waitForTimeout(300)
  const row = clerk.visible().getByRole('button').filter({ hasText: '村' }).first()
  const name = ((await row.innerText()).split(/\s/)[0] ?? '').trim()
  await row.click()
  await takePhoto(clerk, '拍照')
  await clerk.tap('交说明')
  await clerk.see('已交,等审核')
  await clerk.expectClean()

  const checker = await town.phone('t01-caizheng', 'official/queue/queue')
  await openList(checker, '待审核')
  await checker.tap(new RegExp(name))
  await checker.tap('退回补充')
  await checker.fill('写明理由', '请补一张医院的收据')
  await checker.tap('退回补充')
  await checker.expectClean()

  await openList(clerk, '待补说明')
  await clerk.tap(new RegExp(name))
  await clerk.see('请补一张医院的收据')
  await takePhoto(clerk, '拍照', false)
  await clerk.tap('交说明')
  await clerk.see('已交,等审核')
  await clerk.expectClean()

  const again = await town.phone('t01-caizheng', 'official/queue/queue')
  await openList(again, '待审核')
  await again.tap(new RegExp(name))
  await again.tap('通过说明')
  await again.see('说明已通过')
  await again.expectClean()
})
