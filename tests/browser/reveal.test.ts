import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, heading, openDesk, press, see, sitDown } from './support/desk.ts'
import { openTownship, type Township } from './support/township.ts'

openDesk()
let town: Township
beforeAll(async () => { town = await openTownship() })
afterAll(() => town?.stop())

test('at the desk a number is seen with a reason, and the auditor sees who looked', async () => {
  const page = await sitDown('青山镇 民政经办', '#/requests?queue=all')
  await page.locator('tbody tr').first().waitFor()
  await page.locator('tbody tr').first().click()
  await page.getByRole('button', { name: '看完整电话' }).click()
  await press(page, '看 60 秒')
  await see(page, '请写为什么要看,至少 4 个字')
  await page.getByLabel('为什么要看?').fill('打电话核实火灾情况')
  await expectAccessible(page)
  await press(page, '看 60 秒')
  expect(await page.getByRole('status').locator('b').innerText()).toMatch(/^1\d{10}$/)
  await press(page, '遮住')
  expect(await page.locator('.facts').first().innerText()).not.toMatch(/1\d{10}/)

  const leader = await sitDown('青山镇 主要领导', '#/reveals')
  await heading(leader, '谁看过个人信息')
  await see(leader, '打电话核实火灾情况')
  await expectAccessible(leader)
  await leader.getByRole('button', { name: /^我看过/ }).first().click()
  await leader.getByRole('button', { name: /^我看过/ }).waitFor({ state: 'detached' })
  const auditor = await sitDown('审计', '#/reveals')
  await see(auditor, '打电话核实火灾情况')
})

test('on the phone an officer picks a reason, and she whose number it is sees who looked and why', async () => {
  const wang = await town.caller('wang-xiulan')
  const { id } = await wang.post('/requests', {
    causeCode: 'FIRE', story: '灶房着火', townshipCode: '990101001', village: '河口村', phone: '13900000001', commitmentVersion: '2026-07',
  }) as { id: string }
  const officer = await town.phone('t01-jingban', `official/request/request?id=${id}`)
  await officer.tap('*******0001')
  await officer.tap('打电话核实情况')
  await officer.see('13900000001')
  await officer.tap('遮住')
  await officer.see('*******0001')
  await officer.expectClean()
  const own = await town.phone('wang-xiulan', 'pages/me/me')
  await own.tap('我的信息')
  await own.see('打电话核实情况')
  await own.see(/看了电话/)
  await own.expectClean()
})
