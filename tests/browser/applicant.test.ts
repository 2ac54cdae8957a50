import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTownship, pick, takePhoto, type Township } from './support/township.ts'
import type { Phone } from './support/phone.ts'

let town: Township
beforeAll(async () => { town = await openTownship() })
afterAll(() => town.stop())

async function fillAsk(phone: Phone, story: string): Promise<void> {
  await phone.tap('现在求助')
  await phone.tap('车祸')
  await phone.fill('说一说发生了什么', story)
  await phone.fill('怎么找到您?', '139 0000 0001')
  await pick(phone, '请选择乡镇', '青山镇')
  await phone.tap('河口村')
  await phone.tap('我说的是真的')
}

test('王秀兰 asks with a photo, sees her number, and follows what happens', async () => {
  const phone = await town.phone('wang-xiulan')
  const start = Date.now()
  await phone.tap('现在求助')
  await phone.tap('车祸')
  await phone.fill('说一说发生了什么', '丈夫昨晚骑车被撞,人在县医院')
  await takePhoto(phone, '拍照或选照片')
  await phone.fill('怎么找到您?', '13900000001')
  await pick(phone, '请选择乡镇', '青山镇')
  await phone.tap('我说的是真的')
  await phone.tap('现在求助')
  await phone.see('已收到您的求助')
  expect(Date.now() - start).toBeLessThan(60_000)
  await phone.see(/LSJZ\d{4}-001-\d{5}/)
  await phone.see('青山镇 0990-7800101')
  await phone.tap('看办到哪一步')
  await phone.see('已收到申请')
  await phone.see('丈夫昨晚骑车被撞,人在县医院')
  await phone.expectClean()
})

test('what was typed survives a kill, and wrong input keeps every word', async () => {
  const phone = await town.phone('zhang-dama')
  await phone.tap('现在求助')
  await phone.tap('突发重病')
  await phone.fill('说一说发生了什么', '老伴脑梗在抢救')
  await phone.fill('怎么找到您?', '123')
  await phone.page.goto('about:blank')
  await phone.page.goBack()
  await phone.page.waitForSelector('#phone[data-ready]')
  await expect.poll(() => phone.visible().getByLabel('说一说发生了什么', { exact: true }).inputValue()).toBe('老伴脑梗在抢救')
  await phone.tap('现在求助')
  await phone.see('有 3 处需要修改')
  await phone.see('手机号是 11 位数字,以 1 开头')
  expect(await phone.visible().getByLabel('怎么找到您?', { exact: true }).inputValue()).toBe('123')
  expect(await phone.visible().getByLabel('说一说发生了什么', { exact: true }).inputValue()).toBe('老伴脑梗在抢救')
  await phone.expectClean()
})

test('a request sent in a tunnel goes out once, when the network is back', async () => {
  const phone = await town.phone('li-jianguo')
  await fillAsk(phone, '骑车摔断了腿,在镇卫生院')
  await phone.network({ offline: true })
  await phone.tap('现在求助')
  await phone.see('还没发出去')
  await phone.tap('再发一次')
  await phone.see('还没发出去')
  await phone.network({ offline: false })
  await phone.see('已收到您的求助')
  await phone.tap('回首页')
  await phone.tap(/我的申请/)
  await expect.poll(() => phone.visible().getByText('车祸', { exact: true }).count()).toBe(1)
  await phone.expectClean()
})

test('a request can be taken back', async () => {
  const phone = await town.phone('batu')
  await fillAsk(phone, '羊圈塌了,人受了伤')
  await phone.tap('现在求助')
  await phone.tap('看办到哪一步')
  await phone.tap('撤回申请')
  await phone.tap('撤回')
  await phone.see('已撤回')
  await phone.expectClean()
})
