import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Phone } from './support/phone.ts'
import { openTownship, type Township } from './support/township.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let town: Township
let cases: Record<string, string>

beforeAll(async () => {
  town = await openTownship()
  cases = {
    accept: await first('t01-jingban', 'accept'), decide: await first('t01-fenguan', 'decide'),
    pay: await first('t01-chuna', 'pay'), explain: await first('t01-jingban', 'explain'),
    check: await first('t01-caizheng', 'check'), any: await first('t01-fenguan', 'all'), standard: await standard(),
  }
  const view = await (await town.caller('t01-jingban')).get(`/requests/${cases.decide}`)
  cases.household = (view.household as { id: string }).id
  const order = { amountFen: 100_000, bankSerial: 'BK-PAGES-01', reason: '补充备用金' }
  await (await town.caller('t01-chuna')).post('/funds/F990101001/withdrawals', order)
})
afterAll(() => town?.stop())

const pages: [openid: string, path: string, id?: string][] = [
  ['wang-xiulan', 'pages/home/home'], ['t01-fenguan', 'pages/home/home'], ['wang-xiulan', 'pages/ask/ask'],
  ['t01-xieli', 'pages/ask/ask?for=other'], ['wang-xiulan', 'pages/mine/mine'], ['wang-xiulan', 'pages/sent/sent'],
  ['t01-xieli', 'pages/mine/mine'], ['t01-fenguan', 'pages/me/me'], ['t01-fenguan', 'pages/devices/devices'], ['wang-xiulan', 'pages/own/own'],
  ['t01-chuna', 'official/desk/desk'], ['t01-chuna', 'official/pin/pin?do=change'], ['wang-xiulan', 'official/bind/bind'], ['t01-jingban', 'pages/payee/payee?id=', 'accept'],
  ['wang-xiulan', 'pages/policy/policy'],
  ['t01-fenguan', 'pages/request/request?id=', 'any'],
  ['t01-jingban', 'official/queue/queue'], ['t01-fenguan', 'official/queue/queue'],
  ['county-jiuzhu', 'official/queue/queue'],
  ['t01-jingban', 'official/request/request?id=', 'accept'], ['t01-fenguan', 'official/request/request?id=', 'decide'],
  ['t01-jingban', 'official/accept/accept?id=', 'accept'], ['t01-jingban', 'official/refuse/refuse?id=', 'accept'],
  ['t01-fenguan', 'official/reason/reason?do=escalate&id=', 'decide'],
  ['t01-jingban', 'official/notice/notice?id=', 'accept'], ['t01-chuna', 'official/pay/pay?id=', 'pay'],
  ['t01-jingban', 'official/explain/explain?id=', 'explain'], ['t01-caizheng', 'official/check/check?id=', 'check'],
  ['t01-fenguan', 'official/household/household?id=', 'household'],
  ['t01-fenguan', 'official/fund/fund'], ['t01-chuna', 'official/fund/fund'],
  ['t01-caizheng', 'official/queue/queue'],
  ['t01-fenguan', 'official/request/request?id=', 'standard'], ['t01-jingban', 'official/standard/standard?id=', 'standard'],
  ['t01-jingban', 'official/step/step?do=authorise&on=', 'standard'], ['t01-jingban', 'official/step/step?do=checkMeans&on=', 'standard'],
  ['t01-jingban', 'official/step/step?do=surveyHome&on=', 'standard'], ['t01-fenguan', 'official/step/step?do=settleObjection&on=', 'standard'],
  ['t01-xieli', 'official/surveys/surveys'], ['wang-xiulan', 'pages/notices/notices'],
]

/** What opens on a page: the one confirm, folded parts, the way out. */
const openings: [openid: string, path: string, id: string, taps: (string | RegExp)[], seen: string | RegExp][] = [
  ['t01-fenguan', 'official/request/request?id=', 'decide', [/^小额快救 .* 元$/], /^确认批准/],
  ['t01-fenguan', 'official/request/request?id=', 'decide', ['加物资'], '物资名称'],
  ['t01-fenguan', 'official/request/request?id=', 'decide', ['按标准核算', '按月算'], /^828\.00 × .* 元$/],
  ['t01-jingban', 'official/accept/accept?id=', 'accept', ['现在登记收款账户(可以之后补)', '配偶'], '为什么由他代收?'],
  ['t01-jingban', 'official/household/household?id=', 'household', ['登记变动', '加入这一户'], '和户主的关系'],
  ['t01-jingban', 'official/household/household?id=', 'household', ['登记别处的救助', '低保'], '到哪天'],
  ['t01-jingban', 'official/household/household?id=', 'household', ['登记变动', '分出去另立一户'], '他自己另立一户,以前的救助仍跟着他算。'],
  ['t01-caizheng', 'official/fund/fund', '', ['复核'], /^确认提现/],
  ['t01-jingban', 'official/request/request?id=', 'accept', [/^\*{7}\d{4}$/], '为什么要看完整号码?'],
  ['wang-xiulan', 'pages/ask/ask', '', ['其他', '家庭暴力'], '立即离开'],
]

describe.each([
  { mode: 'normal', care: false, size: { width: 375, height: 667 }, least: 44 },
  { mode: 'care', care: true, size: { width: 320, height: 568 }, least: 60 },
])('$mode mode', ({ care, size, least }) => {
  /** One phone a person: a page is opened on it as by a link, without starting the mini-program again. */
  const phones = new Map<string, Promise<Phone>>()
  const open = async (openid: string, path: string): Promise<Phone> => {
    const started = phones.get(openid)
    if (!started) phones.set(openid, town.phone(openid, path, { care, size }))
    const phone = await phones.get(openid)!
    if (started) await phone.go(path)
    await phone.settled()
    return phone
  }
  afterAll(async () => {
    for (const phone of phones.values()) await (await phone).close()
  })

  test.each(pages)('%s at %s is readable, reachable and fits', async (openid, path, id) => {
    const phone = await open(openid, path + (id ? cases[id] : ''))
    expect(await phone.path()).toBe(path.split('?')[0])
    expect(await axeFindings(phone)).toEqual([])
    expect(await smallTargets(phone, least)).toEqual([])
    expect(await cutOff(phone)).toEqual([])
    await phone.expectClean()
  })

  test.each(openings)('%s at %s, after %s, too', async (openid, path, id, taps, seen) => {
    const phone = await open(openid, path + (id ? cases[id] : ''))
    for (const words of taps) await phone.tap(words)
    await phone.see(seen)
    await phone.settled(500)
    expect(await axeFindings(phone)).toEqual([])
    expect(await smallTargets(phone, least)).toEqual([])
    expect(await cutOff(phone)).toEqual([])
    await phone.expectClean()
  })
})

test('care mode asks one thing a screen and brings every word along', async () => {
  const phone = await town.phone('zhang-dama', 'pages/ask/ask', { care: true, size: { width: 320, height: 568 } })
  await phone.see('第 1 步,共 5 步')
  await phone.tap('下一步')
  await phone.see('有 1 处需要修改')
  await phone.tap('突发重病')
  await phone.tap('下一步')
  await phone.fill('说一说发生了什么', '老伴脑梗')
  await phone.tap('下一步')
  await phone.fill('怎么找到您?', '13900000003')
  await phone.tap('下一步')
  await phone.tap('请选择乡镇')
  await phone.tap('青山镇')
  await phone.tap('下一步')
  await phone.tap('我说的是真的')
  await phone.tap('现在求助')
  await phone.see('已收到您的求助')
  await phone.expectClean()
})

test('a page without network says so and can be tried again', async () => {
  const phone = await town.phone('t01-fenguan', 'official/queue/queue')
  await phone.see(/待审批/)
  await phone.network({ offline: true })
  await phone.tap(/储备金/)
  await phone.see('没有网络,看不到最新情况')
  await phone.network({ offline: false })
  await phone.tap('再试一次')
  await phone.see('账目')
  await phone.expectClean()
})

/** Accepted for a lasting cost: its first step is still to do. */
async function standard(): Promise<string> {
  const { id } = await (await town.caller('t01-xieli')).post('/requests', {
    causeCode: 'MEDICAL', story: '长期透析,自付部分交不起', townshipCode: '990101001', village: '河口村九组', name: '赵玉兰', askedFen: 200_000,
    commitmentVersion: '2026-07', onBehalf: { relation: 'coordinator', reason: '他没有手机' },
  })
  await (await town.caller('t01-jingban')).post(`/requests/${String(id)}/acceptance`, { kin: 'none' })
  return String(id)
}

async function first(openid: string, queue: string): Promise<string> {
  const { items } = await (await town.caller(openid)).get(`/requests?queue=${queue}`) as { items: { id: string }[] }
  const id = items[0]?.id
  if (!id) throw new Error(`nothing in ${queue} of ${openid}`)
  return id
}

async function axeFindings(phone: Phone): Promise<string[]> {
  if (!await phone.page.evaluate(() => 'axe' in globalThis)) await phone.page.evaluate(axe)
  return phone.page.evaluate(async () => {
    const { violations } = await (globalThis as never as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }).axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  })
}

/** What can be tapped or typed into, and is smaller than a thumb. */
function smallTargets(phone: Phone, least: number): Promise<string[]> {
  return phone.visible().evaluate((box, smallest) => {
    const roles = ['button', 'radio', 'tab', 'checkbox', 'link', 'switch'].map((role) => `[role=${role}]`).join(',')
    return [...box.querySelectorAll(`${roles}, wx-input, wx-textarea`)].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      const small = width > 0 && (width < smallest - 0.5 || height < smallest - 0.5)
      return small ? [`${element.textContent.trim().slice(0, 20)} ${Math.round(width)} x ${Math.round(height)}`] : []
    })
  }, least)
}

function cutOff(phone: Phone): Promise<string[]> {
  return phone.visible().evaluate((box) => [...box.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => `${element.className} ${element.textContent.trim().slice(0, 20)}`))
}
