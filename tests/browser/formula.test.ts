import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTownship, type Township } from './support/township.ts'

let town: Township
beforeAll(async () => { town = await openTownship() })
afterAll(() => town.stop())

test('the sum is worked out on the deciding screen, and stands so in the decision', async () => {
  const { id } = await (await town.caller('t01-xieli')).post('/requests', {
    causeCode: 'TRAFFIC', townshipCode: '990101001', village: '河口村', commitmentVersion: '2026-07', name: '孙长顺',
    onBehalf: { relation: 'coordinator', reason: '住院' }, story: '被车撞了,没有收入',
  })
  await (await town.caller('t01-jingban')).post(`/requests/${String(id)}/acceptance`, {
    kin: 'none', told: 'self', household: { newBecause: '不是一家人', members: [{ name: '李桂花', relation: '妻子' }, { name: '孙小宝', relation: '儿子' }] },
  })
  const leader = await town.phone('t01-fenguan', `official/request/request?id=${String(id)}`)
  const value = (label: string) => leader.visible().getByLabel(label, { exact: true }).first().inputValue()
  await leader.tap('现金')
  await leader.tap('按标准核算')
  await leader.tap('按月算')
  await leader.see('828.00 × 3 人 × 1 个月 = 2,484.00 元')
  expect([await value('金额'), await value('几个人'), await value('几个月')]).toEqual(['2484', '3', '1'])
  await leader.see('现金最多 1,000.00 元,请改转账')

  await leader.fill('几个人', '４')
  await leader.see('这一户登记了 3 人,不能再多')
  await leader.fill('几个人', '1')
  await leader.fill('几个月', '7')
  await leader.see('按月算,要在 1 到 6 个月之间')
  await leader.fill('几个月', '')
  await leader.see('请写几个月,从 1 起')
  expect(await value('几个人')).toBe('1')
  await leader.screenshot('formula-wrong')

  await leader.tap('农村低保')
  await leader.tap('按天算')
  await leader.fill('几天', '40')
  await leader.see('616.00 × 1 人 × 40 天 ÷ 30 = 821.33 元')
  await leader.screenshot('formula')
  await leader.fill('金额', '800')
  await leader.visible().getByRole('radio', { name: '直接填', checked: true }).waitFor()
  await leader.tap('轻微急难')
  await leader.see('轻微急难,最多 800.00 元')
  await leader.fill('金额', '801')
  await leader.see('轻微急难最多 800.00 元')
  await leader.tap('按天算')
  await leader.tap('小额快救 821.33 元')
  await leader.tap('确认批准 821.33 元')
  await leader.see('已批准')
  await leader.tap('看这件申请')
  await leader.see('616.00 × 1 人 × 40 天 ÷ 30 = 821.33 元')
  await leader.expectClean()
})
