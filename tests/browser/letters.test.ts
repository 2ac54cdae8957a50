import { expect, test } from 'vitest'
import { expectAccessible, heading, openDesk, press, see, sitDown } from './support/desk.ts'

openDesk()

test('the county leader signs a letter, what is missing is said at its field; another is revoked and its township decides nothing', async () => {
  const leader = await sitDown('分管县领导', '#/letters')
  await heading(leader, '委托书')
  await see(leader, '快到期')
  await expectAccessible(leader)
  await press(leader, '签发委托书')
  await see(leader, '请选择乡镇')
  await leader.getByLabel('乡镇').selectOption({ label: '柳泉镇' })
  await leader.getByLabel('委托书编号').fill('示范民委〔2026〕105号')
  await leader.getByLabel('委托上限').fill('2000')
  await leader.getByLabel('委托截止日').fill('2099-12-31')
  await leader.screenshot({ path: 'dist/screenshots/letters.png', fullPage: true })
  await press(leader, '签发委托书')
  await leader.getByRole('row', { name: /105号.*2,000\.00.*有效/ }).waitFor()
  await leader.getByRole('row', { name: /柳泉镇.*已被新的替代/ }).waitFor()
  await leader.getByRole('row', { name: /北山乡/ }).getByRole('button', { name: /撤销/ }).click()
  await leader.getByLabel('理由').fill('班子调整')
  await press(leader, '撤销这份委托书')
  await see(leader, '今天没有有效委托书,不能审批:北山乡')
  const finance = await sitDown('北山乡 财政所', '#/letters')
  await see(finance, '已撤销')
  expect(await finance.getByRole('button', { name: /撤销/ }).count()).toBe(0)
})
