import { expect, test } from 'vitest'
import { browserNames } from '../../preview/compile/browser-names.ts'
import { startFixture } from './support/jsdom-phone.ts'

test('page code finds no browser globals', async () => {
  const phone = await startFixture({ hash: '#/pages/probe/probe' })
  const page = phone.window.__phone.router.pages()[0] as { found(): string[]; ownImage(): string }
  expect(page.found()).toEqual([])
  expect(page.ownImage()).toBe('a name of its own')
})

test('page code cannot make code from text', async () => {
  const phone = await startFixture({ hash: '#/pages/probe/probe' })
  const page = phone.window.__phone.router.pages()[0] as { makesCode(): unknown }
  expect(() => page.makesCode()).toThrow('cannot make code from text')
})

test('the list of names covers the browser that TypeScript knows, and leaves a phone its own', () => {
  const names = browserNames()
  expect(names.length).toBeGreaterThan(900)
  expect(names).toEqual(expect.arrayContaining(['window', 'fetch', 'name', 'URL', 'Headers', 'globalThis', 'Intl']))
  for (const own of ['console', 'setTimeout', 'Promise', 'Map', 'JSON', 'Proxy']) expect(names).not.toContain(own)
})

test('an error in page code says where it happened', async () => {
  const phone = await startFixture({ hash: '#/pages/probe/probe' })
  phone.window.__phone.router.pages()[0]!['onShow'] = () => {
    throw new Error('broken on purpose')
  }
  phone.window.__phone.background(true)
  phone.window.__phone.background(false)
  expect(phone.window.__mpErrors).toMatchObject([{ where: 'pages/probe/probe onShow', message: 'broken on purpose' }])
})

test('an unknown wx function is an error', async () => {
  const phone = await startFixture()
  expect(phone.window.__phone.wx['launchRocket']).toBeUndefined()
  expect(phone.window.__mpErrors.map(({ message }) => message))
    .toEqual([expect.stringContaining('wx.launchRocket is not in the preview')])
})
