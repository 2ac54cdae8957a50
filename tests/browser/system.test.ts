import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDesk } from '../../preview/build/desk.ts'
import { nightlyBackup } from '../../worker/host/nightly-backup.ts'
import { nightlyVerify } from '../../worker/host/nightly-verify.ts'
import { startServer, type Running } from '../../worker/host/serve.ts'
import { tick } from '../../worker/rounds/index.ts'
import { tamper } from '../support/tamper.ts'
import { browser, closeBrowser } from './support/browser.ts'
import { copySeed, demo } from './support/seeded.ts'
import { watchPage, type Watch } from './support/watch.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'desk-system-'))
let server: Running
const watches: Watch[] = []

beforeAll(async () => {
  await buildDesk(process.cwd())
  await copySeed(dataDir)
  server = await startServer({ ...demo, dataDir }, { log: () => {} })
})
afterAll(async () => {
  expect(watches.flatMap((watch) => watch.problems())).toEqual([])
  await closeBrowser()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function sitDown(post: string): Promise<Page> {
  const page = await (await browser()).newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  page.setDefaultTimeout(20_000)
  watches.push(watchPage(page, server.url))
  await page.goto(`${server.url}/desk`)
  await page.getByRole('searchbox', { name: '找人' }).waitFor()
  await page.keyboard.type(post)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '待办', exact: true }).waitFor()
  return page
}
const row = (page: Page, name: string) => page.getByRole('row', { name })
const accessible = async (page: Page) => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document)')
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
}
const round = () => tick(server.services, [
  nightlyVerify({ dataDir, fieldKeys: null }, async () => {}), nightlyBackup({ dataDir }),
])

test('the desk says when the county was last checked and backed up, and what was found, to whoever answers for it', async () => {
  const page = await sitDown('系统管理员')
  await row(page, '每夜备份').getByText('还没有').first().waitFor()
  expect((await round())?.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
  await page.reload()
  await row(page, '每夜核账').getByText('全部相符').waitFor()
  await row(page, '每夜备份').getByText('已打开检查').waitFor()
  await row(page, '定时任务').getByText('正常').waitFor()
  await accessible(page)
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/system.png`, fullPage: true })

  tamper(join(dataDir, 'county.db'), 'entries', "UPDATE entries SET day = date(day, '-1 day') WHERE fund_code = 'F990101001' AND seq = 3")
  tamper(join(dataDir, 'county.db'), 'rounds', "DELETE FROM rounds WHERE task = 'verify'")
  await round()
  const finance = await sitDown('县财政')
  await finance.getByText(/核账发现 \d+ 处不符/).waitFor()
  await finance.getByText('青山镇储备金 F990101001').first().waitFor()
  await accessible(finance)
  if (process.env.SHOTS) await finance.screenshot({ path: `${process.env.SHOTS}/found.png`, fullPage: true })

  const clerk = await sitDown('青山镇 民政经办')
  await clerk.getByRole('heading', { name: '储备金', exact: true }).waitFor()
  expect(await clerk.getByRole('heading', { name: '系统' }).count()).toBe(0)
  for (const one of [page, finance, clerk]) await one.context().close()
})
