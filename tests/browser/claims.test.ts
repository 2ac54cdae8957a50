import { expect, test } from 'vitest'
import { expectAccessible, fill, follow, heading, keys, openDesk, press, see, server, sitDown, spendable } from './support/desk.ts'

openDesk()

test('all that is explained is claimed, confirmed by three, and made good: the fund rises by the claim', async () => {
  const cashier = await sitDown('青山镇 出纳', '#/funds/F990101001')
  const before = await spendable(cashier)
  await keys(cashier, 'l')
  await heading(cashier, '青山镇核销与补足')
  await keys(cashier, 'o')
  await see(cashier, 'HX990101001-2026-0002', '等确认')
  await expectAccessible(cashier)
  // nothing is left to claim: said in words, nothing typed is lost
  await press(cashier, '把没报过的都报核销')
  await see(cashier, '有的款还没补齐说明,或已在别的核销里')
  for (const who of ['青山镇 财政所', '县救助股', '县财政']) {
    const page = await sitDown(who, '#/funds/F990101001/claims')
    await press(page, '确认核销')
    await page.getByRole('button', { name: '确认核销' }).waitFor({ state: 'detached' })
  }
  const finance = await sitDown('县财政', '#/funds/F990101001/claims')
  await see(finance, '已核销待补足')
  await finance.getByRole('link', { name: '补足', exact: true }).click()
  await heading(finance, '补足 HX990101001-2026-0002')
  await expectAccessible(finance)
  await press(finance, '提交补足')
  await see(finance, '有 2 处需要修改')
  await fill(finance, { bankSerial: 'BZ-20261122', reason: '十一月补足' })
  await press(finance, '提交补足')
  await heading(finance, '青山镇核销与补足')
  await finance.getByRole('row', { name: /2026-0002.*已补足/ }).waitFor()
  await finance.goto(`${server.url}/desk#/funds/F990101001`)
  await finance.locator('.figures').waitFor()
  expect(await spendable(finance)).toBeGreaterThan(before)
})

test('the cashier enters what the bank did to a payment where the payment stands', async () => {
  const page = await sitDown('青山镇 出纳', '#/requests?queue=all')
  await page.getByText('钱已到账').first().click()
  await page.getByRole('heading', { name: '付款' }).or(page.getByText('付款', { exact: true })).first().waitFor()
  await follow(page, '退票', await page.locator('h2', { hasText: '批准' }).first().innerText().then((words) => words.replace('批准', '退票')))
  await expectAccessible(page)
  await fill(page, { bankSerial: 'TP-20261122', reason: '账号已销户' })
  await press(page, '提交退票')
  await see(page, '退票,待重付')
})
