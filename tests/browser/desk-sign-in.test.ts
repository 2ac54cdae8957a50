import jsQR from 'jsqr'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser } from './support/browser.ts'
import { openTownship, type Township } from './support/township.ts'
import { watchPage } from './support/watch.ts'

let town: Township
beforeAll(async () => { town = await openTownship() })
afterAll(() => town.stop())

async function openDoor(): Promise<{ page: Page; code: string; clean: () => void }> {
  const page = await (await browser()).newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  page.setDefaultTimeout(20_000)
  const watch = watchPage(page, new URL(town.url).origin)
  await page.goto(`${town.url}/desk`)
  await page.getByRole('button', { name: '显示二维码' }).click()
  const code = (await page.locator('.digits').innerText()).replace(/\D/g, '')
  return { page, code, clean: () => expect(watch.problems()).toEqual([]) }
}

/** What a camera reads off the screen. */
async function scanned(page: Page): Promise<string> {
  const bits = await page.evaluate(async () => {
    const svg = document.querySelector('.qr')!
    const image = new Image()
    const text = new XMLSerializer().serializeToString(svg).replace('<svg', '<svg width="330" height="330"')
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: 330, height: 330 })
    const brush = canvas.getContext('2d')!
    brush.drawImage(image, 0, 0, 330, 330)
    return [...brush.getImageData(0, 0, 330, 330).data]
  })
  return jsQR.default(Uint8ClampedArray.from(bits), 330, 330)?.data ?? ''
}

test('six digits on the phone let the desk in, and the phone can send it away again', async () => {
  const { page, code, clean } = await openDoor()
  await page.screenshot({ path: 'dist/screenshots/desk-door.png' })
  const phone = await town.phone('county-caizheng', 'official/queue/queue')
  await phone.tap('登录电脑工作台')
  await phone.fill('电脑上的 6 位数字', '12')
  await phone.tap('下一步')
  await phone.see('要 6 位数字')
  await phone.fill('电脑上的 6 位数字', code)
  await phone.tap('下一步')
  await phone.see('Chrome,Linux 电脑(含国产系统)')
  await phone.screenshot('desk-look')
  await phone.tap('确认登录')
  await phone.see('电脑已登录')
  await page.getByRole('heading', { name: '待办', exact: true }).waitFor()
  await phone.go('pages/devices/devices')
  await phone.see('正在用的这台')
  await phone.screenshot('devices')
  await phone.visible().getByRole('button', { name: /^退出 工作台/ }).click()
  await phone.see('已退出')
  await page.reload()
  await page.getByText('登录已过期,请重新登录。填的内容还在。').waitFor()
  await phone.tap('全部退出')
  await phone.visible().getByRole('button', { name: '都退出' }).click()
  await phone.see('现在求助')
  await phone.expectClean()
  clean()
})

test('the code that a camera reads lets in too; who does not know the desk says so, and the desk hears it', async () => {
  const { page, clean } = await openDoor()
  const text = await scanned(page)
  expect(text).toMatch(/^xianjiu-desk:[\w-]{43}$/)
  const phone = await town.phone('county-jiuzhu', 'official/desk/desk')
  await phone.tap('扫电脑上的码')
  await phone.tap('同意')
  await phone.page.locator('dialog[open] input, dialog[open] textarea').last().fill(text)
  await phone.tap('确定')
  await phone.tap('不是我')
  await phone.see('已拒绝,那台电脑没有登录')
  await page.getByText('手机上选了"不是我",没有登录。').waitFor()
  await page.getByRole('button', { name: '换一个新码' }).click()
  await page.locator('.digits').waitFor()
  await phone.expectClean()
  clean()
})
