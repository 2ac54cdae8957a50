import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTownship, takePhoto, type Township } from './support/township.ts'

let town: Township
beforeAll(async () => { town = await openTownship() })
afterAll(() => town.stop())

const payee = { kind: 'card', holder: '王小妹', bank: '示范县农村信用社', account: '6217009901000000009', relation: 'self' }

/** Asked, accepted and reported to the county before the test begins. */
async function escalated(story: string): Promise<string> {
  const { id } = await (await town.caller('t01-xieli')).post('/requests', {
    causeCode: 'FIRE', townshipCode: '990101001', commitmentVersion: '2026-07', name: '王小妹', village: story, story, askedFen: 900_000,
    onBehalf: { relation: 'coordinator', reason: '他没有手机' },
  })
  const caseworker = await town.caller('t01-jingban')
  await caseworker.post(`/requests/${String(id)}/acceptance`, { kin: 'none', payee, household: { members: [], newBecause: '不是一家人' } })
  await caseworker.post(`/requests/${String(id)}/escalation`, { code: 'OVER_CEILING', reason: '房屋全部烧毁,超过乡镇上限' })
  return String(id)
}

test('县救助股 proposes with the minutes, the county leader confirms with one tap, the person asks no more', async () => {
  const id = await escalated('房子全部烧光了')
  const desk = await town.phone('county-jiuzhu', `official/request/request?id=${id}`)
  await desk.see('为什么报到县里')
  await desk.tap('提出县级意见')
  await desk.see('县级储备金可用')
  await desk.see('超过县级上限,要写会议结论并拍纪要。')
  await desk.tap('提出县级意见')
  await desk.see('请写明理由,至少 4 个字')
  await desk.screenshot('county-propose-wrong')
  await desk.fill('县级意见', '房屋烧毁,拟救助 9,000 元')
  await desk.fill('一事一议纪要', '协调机制会议同意救助')
  await takePhoto(desk, '拍纪要')
  await desk.screenshot('county-propose')
  await desk.tap('提出县级意见')
  await desk.see('县救助股已提出意见')

  for (const care of [false, true]) {
    const look = await town.phone('county-lingdao', `official/county/county?do=confirm&id=${id}`, { care })
    await look.see(/协调机制会议同意救助/)
    await look.screenshot(`county-confirm${care ? '-care' : ''}`)
  }
  const leader = await town.phone('county-lingdao', 'official/queue/queue')
  await leader.tap(/王小妹/)
  await leader.tap('县级批准')
  await leader.fill('批准理由', '情况属实,同意')
  await leader.tap('县级批准 9,000.00 元')
  await leader.tap('确认批准 9,000.00 元')
  await leader.see(/县级储备金还有/)
  await leader.screenshot('county-done')
  const view = await (await town.caller('t01-xieli')).get(`/requests/${id}`)
  expect(view).toMatchObject({ status: 'granted', grants: [{ amountFen: 900_000 }] })
})

test('handed back with a reason the township has it again', async () => {
  const id = await escalated('房子烧了一半')
  const desk = await town.phone('county-jiuzhu', `official/request/request?id=${id}`)
  await desk.tap('退回乡镇')
  await desk.fill('写明理由', '已补款,请乡镇办理')
  await desk.screenshot('county-hand-back')
  await desk.tap('退回乡镇')
  await desk.see('县里已退回乡镇办理')
})
