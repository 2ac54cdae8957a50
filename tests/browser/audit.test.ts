import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, heading, openDesk, see, sitDown } from './support/desk.ts'
import { openTownship, type Township } from './support/township.ts'

openDesk()
let town: Township
beforeAll(async () => { town = await openTownship() })
afterAll(() => town?.stop())

test('the system administrator sees what is missing, where, and who can put it right', async () => {
  const page = await sitDown('系统管理员')
  await page.getByRole('heading', { name: '开通检查' }).waitFor()
  await see(page, '分管县领导签委托书')
  await expectAccessible(page)
})

test('the audit administrator reads who did what, by act, day and person, and going back keeps the filter', async () => {
  const page = await sitDown('审计管理员')
  await page.getByRole('link', { name: '办理记录' }).click()
  await heading(page, '办理记录')
  await page.locator('tbody tr').nth(5).waitFor()
  await expectAccessible(page)
  await page.getByLabel('办什么').selectOption({ label: '批准救助' })
  await page.waitForFunction(() => [...document.querySelectorAll('tbody tr')].every((row) => row.textContent?.includes('批准救助')))
  const granted = page.url()
  await page.locator('tbody tr a').first().click()
  await see(page, '只看一个人')
  await page.goBack()
  expect(page.url()).toBe(granted)
  await page.getByLabel('哪一天').fill('2020-01-01')
  await see(page, '没有这样的记录')
  await page.getByRole('button', { name: '清除' }).click()
  await page.locator('tbody tr').nth(5).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await page.screenshot({ path: 'dist/screenshots/journal.png' })
})
