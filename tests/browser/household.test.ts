import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTownship, type Township } from './support/township.ts'

let town: Township
beforeAll(async () => { town = await openTownship() })
afterAll(() => town?.stop())

const asked = {
  causeCode: 'TRAFFIC', townshipCode: '990101001', commitmentVersion: '2026-07', onBehalf: { relation: 'coordinator' },
  name: '钱小玉', village: '山后村', story: '骑车摔伤,住院了',
}

test('the caseworker sees who lives there, registers who joins and who moves out, and is told what is missing', async () => {
  const { id } = await (await town.caller('t01-xieli')).post('/requests', asked)
  const members = [{ name: '钱大力', relation: '儿子' }]
  await (await town.caller('t01-jingban')).post(`/requests/${String(id)}/acceptance`, { kin: 'none', household: { members } })
  const clerk = await town.phone('t01-jingban', `official/request/request?id=${String(id)}`)
  await clerk.tap('看这一户的人')
  await clerk.see('钱大力')
  await clerk.tap('登记变动')
  await clerk.tap('加入这一户')
  await clerk.fill('姓名', '钱小花')
  await clerk.fill('身份证号', '9901 0185 0101 00')
  await clerk.tap('登记这个变动')
  await clerk.see('身份证号应为 18 位(旧证 15 位),现在是 14 位')
  await clerk.see('请写明理由,至少 4 个字')
  await clerk.fill('身份证号', '99010120151103001X')
  await clerk.fill('和户主的关系', '孙女')
  await clerk.fill('为什么变', '新生儿已经上户口')
  await clerk.screenshot('household-join')
  await clerk.tap('登记这个变动')
  await clerk.see(/新生儿已经上户口/)
  await clerk.tap('登记变动')
  await clerk.tap('分出去另立一户')
  await clerk.tap('钱大力 儿子')
  await clerk.fill('和户主的关系', '户主')
  await clerk.fill('为什么变', '户口本上已经分开')
  await clerk.tap('登记这个变动')
  await clerk.see(/钱大力 转到另一户/)
  await clerk.see(/交通|车祸/)
  await clerk.tap('登记别处的救助')
  await clerk.tap('登记这笔救助')
  await clerk.see('请选择哪一种救助')
  await clerk.tap('慈善')
  await clerk.fill('金额', '2000')
  await clerk.fill('从哪天起', '2026-01-05')
  await clerk.fill('谁给的、看过什么材料', '镇慈善会的慰问单')
  await clerk.screenshot('household-aid')
  await clerk.tap('登记这笔救助')
  await clerk.see(/慈善 别处的救助 2,000.00 元/)
  await clerk.screenshot('household')
  expect(await clerk.visible().getByText('孙女').count()).toBe(1)
  await clerk.expectClean()
})
