import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser } from './support/browser.ts'
import { Phone } from './support/phone.ts'
import { openList, openTownship, pick, takePhoto, type Township } from './support/township.ts'
import { watchPage } from './support/watch.ts'

let town: Township
beforeAll(async () => { town = await openTownship() })
afterAll(() => town.stop())

/** `/phone` as a newcomer opens it: one window, the phone in it, its people beside it. */
async function openFrame(): Promise<{ phone: Phone, become: (words: string) => Promise<void> }> {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const watch = watchPage(page, new URL(town.url).origin)
  await page.goto(`${town.url}/phone`)
  const screen = page.frame({ url: /bare=1/ }) ?? await page.waitForEvent('framenavigated', (one) => one !== page.mainFrame())
  const phone = new Phone(page, watch, screen)
  return {
    phone,
    async become(words) {
      await phone.expectClean()
      await page.getByLabel('找人').fill(words)
      const label = page.locator('#people-list label:not([hidden])')
      expect(await label.count()).toBe(1)
      const openid = await label.locator('input').inputValue()
      await label.click()
      await screen.waitForURL(new RegExp(`openid=${openid}&`))
      await screen.waitForSelector('#phone[data-ready]')
    },
  }
}

test('the walk in the README: from a request to an accepted explanation in one window', async () => {
  const { phone, become } = await openFrame()
  await phone.tap('现在求助')
  await phone.tap('车祸')
  await phone.fill('说一说发生了什么', '丈夫被车撞,人在县医院')
  await takePhoto(phone, '拍照或选照片')
  await phone.fill('怎么找到您?', '13900000001')
  await phone.fill('您的姓名', '王秀兰')
  await pick(phone, '请选择乡镇', '青山镇')
  await phone.tap('我说的是真的')
  await phone.tap('现在求助')
  await phone.see(/LSJZ\d{4}-001-\d{5}/)

  await become('青山镇 民政经办')
  await phone.tap('工作台')
  await phone.tap(/王秀兰/)
  await phone.tap('受理')
  await phone.tap('不是')
  await phone.tap(/新建一户/)
  await phone.tap('受理')
  await phone.see('待审批')

  await become('青山镇 分管领导')
  await phone.tap('工作台')
  await phone.tap(/王秀兰/)
  await phone.tap('现金')
  await phone.tap('小额快救 828 元')
  await phone.tap('确认批准 828 元')
  await phone.see('已批准')

  await become('青山镇 民政经办')
  await phone.tap('工作台')
  await openList(phone, '待付款')
  await phone.tap(/王秀兰/)
  await takePhoto(phone, '拍签领单')
  await phone.tap('现金已发,请第二人签认')
  await phone.see('已登记:现金已发,等第二人签认')

  await become('青山镇 出纳')
  await phone.tap('工作台')
  await phone.tap(/王秀兰/)
  await phone.tap('我看到了,签认')
  await phone.see('已登记:已到账')

  await become('青山镇 财政所')
  await phone.tap('工作台')
  await openList(phone, '待审核')
  await phone.tap(/王秀兰/)
  await phone.tap('通过说明')
  await phone.see('说明已通过')

  await become('王秀兰')
  await phone.go('pages/mine/mine')
  await phone.tap(/车祸/)
  await phone.see('钱已到账')
  await phone.expectClean()
})
