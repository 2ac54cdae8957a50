import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTownship, takePhoto, type Township } from './support/township.ts'

let town: Township
beforeAll(async () => { town = await openTownship() })
afterAll(() => town?.stop())

/** RULEBOOK scenarios 26 and 27 on the phones of those who take the steps. */
test('two go there, the means are exempt, the notice hangs out, somebody objects, the leader settles it', async () => {
  const [xieli, jingban] = await Promise.all([town.caller('t01-xieli'), town.caller('t01-jingban')])
  const asked = await xieli.post('/requests', {
    causeCode: 'MEDICAL', story: '长期透析,自付部分交不起', townshipCode: '990101001', village: '河口村九组', name: '赵玉兰', askedFen: 200_000,
    commitmentVersion: '2026-07', onBehalf: { relation: 'coordinator', reason: '他没有手机' },
  })
  const request = String(asked.id)
  await jingban.post(`/requests/${request}/acceptance`, { kin: 'none' })

  const office = await town.phone('t01-jingban', `official/standard/standard?id=${request}`)
  await office.see('还没有办')
  await office.tap('登记核对结果')
  await office.tap('免核')
  await office.tap('低保家庭')
  await office.fill('报告或证件编号', '低保证 0311')
  await office.fill('有效到哪天', '2027-12-31')
  await office.tap('登记核对结果')
  await office.see('免核:低保家庭,低保证 0311')

  await office.tap('登记入户调查')
  await takePhoto(office, '拍照')
  for (const [box, words] of [['家里几口人', '3'], ['住房', '砖房三间'], ['收入来源和数目', '务工,去年九千'],
    ['困难情况和必需支出', '每月透析自付两千'], ['必需支出(扣除报销和其他救助)', '2500']] as const) await office.fill(box, words)
  await office.tap('否')
  await office.tap('登记入户调查')
  await office.see('还差第二个人签认')

  const village = await town.phone('t01-xieli', 'official/queue/queue')
  await village.tap('1 份入户调查等您签认')
  await village.tap(/河口村九组/)
  await village.tap('签认入户调查')
  await village.see('您和他一起去过这一户,看到的是这样吗?')
  await village.tap('是这样,签认')
  await village.see(/^签认:/)

  await office.go(`official/standard/standard?id=${request}`)
  await office.tap('开始公示')
  await office.fill('公示金额', '2000')
  await office.tap('开始公示')
  await office.see('公示中')

  const neighbour = await town.phone('batu', 'pages/notices/notices')
  await neighbour.see('赵* 青山镇河口村')
  await neighbour.see('支出型,2,000.00 元')
  await neighbour.tap('我有异议')
  await neighbour.fill('您知道的情况', '他家有两份工资')
  await neighbour.tap('提出异议')
  await neighbour.see(/有异议,暂停计时/)

  const leader = await town.phone('t01-zhuyao', `official/request/request?id=${request}`)
  await leader.see('公示有异议,有了处理结果才能继续')
  await leader.tap('去办一般程序')
  await leader.tap('处理异议')
  await leader.tap('异议不成立')
  await leader.fill('核实情况和理由', '儿子已分户,工资已计入')
  await leader.tap('处理异议')
  await leader.see(/^异议不成立:/)
  for (const phone of [office, village, neighbour, leader]) await phone.expectClean()
  expect(await (await fetch(`${town.url}/api/notices`)).text()).not.toMatch(/赵玉兰|九组|透析/)
})
