import { parseArgs } from 'node:util'
import { closeBrowser } from '../tests/browser/support/browser.ts'
import { openPhone } from '../tests/browser/support/phone.ts'

/**
 * Opens a page of the running preview, taps through it, and saves a picture:
 * `node preview/shot.ts [PAGE] [--url http://127.0.0.1:8788] [--openid X] [--care] [--size 375x667] [--tap 提交]...
 * [--name a]`
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8788' }, openid: { type: 'string', default: 'preview-a' },
    care: { type: 'boolean', default: false }, size: { type: 'string', default: '390x844' },
    tap: { type: 'string', multiple: true, default: [] }, name: { type: 'string', default: 'shot' },
  },
})
const [width = 390, height = 844] = values.size.split('x').map(Number)
const phone = await openPhone({
  baseUrl: values.url, openid: values.openid, care: values.care, size: { width, height }, path: positionals[0] ?? '',
})
try {
  for (const words of values.tap) await phone.tap(words)
  await phone.page.waitForTimeout(400)
  console.log(await phone.screenshot(values.name))
  await phone.expectClean()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  await closeBrowser()
}
