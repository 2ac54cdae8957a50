import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { browser, closeBrowser } from '../browser/support/browser.ts'
import { openPhone } from '../browser/support/phone.ts'
import { serveFixture } from './support/server.ts'

let server: Awaited<ReturnType<typeof serveFixture>>

beforeAll(async () => {
  server = await serveFixture()
  await browser()
}, 60_000)

afterAll(async () => {
  await closeBrowser()
  await server.close()
})

async function violations(page: Page): Promise<unknown> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
  return page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))')
}

describe('the phone in a real browser', () => {
  test('is touched, filled in and sent', async () => {
    const phone = await openPhone({ baseUrl: server.baseUrl, openid: 'wang', path: 'pages/form/form' })
    await phone.fill('姓名', '王芳')
    await phone.fill('一两句话', '房子着火')
    await phone.tap('车祸')
    await phone.tap('请选择')
    await phone.tap('青山镇')
    await phone.tap('提交')
    await phone.see(/"name":"王芳".*"cause":"crash".*"town":"0"/)
    await phone.expectClean()
    await phone.close()
  })

  test('goes on and back, loads, and loses its network', async () => {
    const phone = await openPhone({ baseUrl: server.baseUrl, openid: 'wang', size: { width: 320, height: 568 } })
    await phone.tap('单元格')
    expect(await phone.path()).toBe('pack/pages/list/list')
    await phone.tap('询问')
    await phone.see(/home 200/)
    await phone.network({ offline: true })
    await phone.tap('询问')
    await phone.see(/request:fail .*ERR_INTERNET_DISCONNECTED/)
    await phone.page.mouse.move(160, 450)
    await phone.page.mouse.down()
    await phone.page.mouse.move(160, 540)
    await phone.page.mouse.up()
    await phone.see(/刷新了/)
    await phone.back()
    expect(await phone.path()).toBe('pages/home/home')
    await phone.expectClean()
    await phone.close()
  })

  test('takes a photo, makes it small and uploads it, after the privacy question', async () => {
    const phone = await openPhone({ baseUrl: server.baseUrl, openid: 'wang', path: 'pages/probe/probe' })
    const picture = await phone.page.screenshot()
    await phone.tap('拍照')
    await phone.chooseFile('同意', { name: 'a.png', mimeType: 'image/png', buffer: picture })
    await phone.see('200 photo image/jpeg full')
    await phone.expectClean()
    await phone.close()
  })

  test('keeps a saved photo over a restart', async () => {
    const phone = await openPhone({ baseUrl: server.baseUrl, openid: 'wang', path: 'pages/probe/probe' })
    const picture = await phone.page.screenshot()
    await phone.tap('留照片')
    await phone.chooseFile('同意', { name: 'a.png', mimeType: 'image/png', buffer: picture })
    await phone.see('照片在')
    await phone.page.reload()
    await phone.see('照片在')
    await phone.expectClean()
    await phone.close()
  })

  test('presses long, and no finger is needed for a button', async () => {
    const phone = await openPhone({ baseUrl: server.baseUrl, openid: 'wang', path: 'pages/probe/probe', touch: false })
    await phone.page.getByText('长按 0').click({ delay: 500 })
    await phone.see('长按 1')
    await phone.see('里面 0')
    await phone.page.getByRole('button', { name: '记下' }).focus()
    await phone.page.keyboard.press('Enter')
    await phone.see('记着 一句话')
    await phone.page.reload()
    await phone.see('记着 一句话')
    await phone.close()
  })

  test('hides what this very browser offers to page code', async () => {
    const phone = await openPhone({ baseUrl: server.baseUrl, openid: 'wang' })
    const open = await phone.page.evaluate<string[]>(`(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const own = Object.getOwnPropertyNames(frame.contentWindow)
      const code = await (await fetch('/phone/app.js')).text()
      const shadowed = new Set(/return \\(function \\(([^)]*)\\)/.exec(code)[1].split(', '))
      return own.filter((name) => !shadowed.has(name))
    })()`)
    // Classes of hardware that no page would name may stay; a newer browser may have brought a few functions.
    const phones = /^(console|undefined|(set|clear)(Timeout|Interval)|(en|de)code.*|(un)?escape|parse.*|is.*)$/
    const left = open.filter((name) => !phones.test(name) && !/^(on|webkit|[A-Z])/.test(name))
    expect(left.length, left.join(' ')).toBeLessThan(6)
    for (const name of ['fetch', 'URL', 'Blob', 'Image', 'File', 'Worker',
      'WebSocket']) expect(open).not.toContain(name)
    await phone.close()
  })

  test('says so when it is not clean', async () => {
    const phone = await openPhone({ baseUrl: server.baseUrl, openid: 'wang' })
    await phone.page.evaluate(() => fetch('https://tdesign.gtimg.com/icon.woff').catch(() => undefined))
    await expect(phone.expectClean()).rejects.toThrow('external request: https://tdesign.gtimg.com/icon.woff')
    await phone.close()
  })
})

describe('the frame around it', () => {
  test('changes persons and keeps the page in the address', async () => {
    const page = await (await browser()).newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${server.baseUrl}/phone`)
    const screen = page.frameLocator('iframe')
    await screen.getByText('你好,王').waitFor()
    await page.getByLabel('李强').check()
    await screen.getByRole('button', { name: '表单' }).click()
    await screen.getByText('提交').waitFor()
    expect(page.url()).toContain('openid=li')
    expect(page.url()).toContain('#/pages/form/form')
    await page.getByLabel('320×568').check()
    expect(await page.locator('iframe').evaluate((one) => one.clientWidth)).toBe(320)
    await page.close()
  })

  const windows: [string, number, number][] = [['wide', 1280, 800], ['narrow', 390, 780]]

  test.each(windows)('has nothing that axe objects to (%s)', async (name, width, height) => {
    const page = await (await browser()).newPage({ viewport: { width, height } })
    await page.goto(`${server.baseUrl}/phone`)
    await page.frameLocator('iframe').getByText('你好,王').waitFor()
    if (name === 'narrow') await page.getByRole('button', { name: '工具' }).click()
    expect(await violations(page)).toEqual([])
    await page.close()
  })
})
