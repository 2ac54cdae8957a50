import { describe, expect, test } from 'vitest'
import { startFixture, type JsdomPhone } from './support/jsdom-phone.ts'

const paths = (phone: JsdomPhone): unknown[] => phone.window.__phone.router.pages().map((page) => page['route'])

describe('the router', () => {
  test('opens the first page, or the one in the hash', async () => {
    expect(paths(await startFixture())).toEqual(['pages/home/home'])
    const deep = await startFixture({ hash: '#/pack/pages/list/list?from=link' })
    expect(paths(deep)).toEqual(['pack/pages/list/list'])
    expect(deep.words()).toContain('link')
  })

  test('goes on and back, keeps the page below, and writes the address', async () => {
    const phone = await startFixture()
    await phone.tap('去列表')
    expect(paths(phone)).toEqual(['pages/home/home', 'pack/pages/list/list'])
    expect(phone.window.location.hash).toBe('#/pack/pages/list/list?from=home')
    phone.window.document.querySelector('[aria-label="返回"]')!.click()
    await phone.settle()
    expect(paths(phone)).toEqual(['pages/home/home'])
  })

  test('calls the lifecycle functions in order', async () => {
    const phone = await startFixture()
    const { router } = phone.window.__phone
    await router.navigateTo('/pages/probe/probe')
    await phone.settle()
    await router.navigateTo('/pack/pages/list/list')
    await router.navigateBack()
    expect(phone.words()).toContain('load show ready hide show')
  })

  test('holds at most ten pages', async () => {
    const { router } = (await startFixture()).window.__phone
    for (let count = 1; count < 10; count += 1) await router.navigateTo('/pages/probe/probe')
    await expect(router.navigateTo('/pages/probe/probe')).rejects.toThrow('webview count limit exceed')
    await router.navigateBack(99)
    expect(router.pages()).toHaveLength(1)
  })

  test('keeps tabs alive and does not navigate to them', async () => {
    const phone = await startFixture()
    const { router } = phone.window.__phone
    await phone.tap('加一行')
    await expect(router.navigateTo('/pages/form/form')).rejects.toThrow('can not navigateTo a tabbar page')
    await router.switchTab('/pages/form/form')
    expect(phone.words()).toContain('提交')
    await router.switchTab('/pages/home/home')
    expect(phone.words()).toContain('第 2 行')
    await expect(router.switchTab('/pages/probe/probe')).rejects.toThrow('can not switch to no-tabBar page')
  })

  test('starts over, and refuses pages that are not there', async () => {
    const phone = await startFixture()
    const { router } = phone.window.__phone
    await router.navigateTo('/pages/probe/probe')
    await router.reLaunch('/pages/form/form')
    expect(paths(phone)).toEqual(['pages/form/form'])
    await expect(router.redirectTo('/pages/gone/gone')).rejects.toThrow('page "pages/gone/gone" is not found')
  })
})
