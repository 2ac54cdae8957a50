import { afterAll, beforeAll, test } from 'vitest'
import { openTownship, pick, takePhoto, type Township } from './support/township.ts'

let town: Township
beforeAll(async () => { town = await openTownship() })
afterAll(() => town.stop())

test('the coordinator files for a neighbour without a telephone', async () => {
  const phone = await town.phone('t01-xieli')
  await phone.tap('帮别人申请')
  await phone.fill('他的姓名', '周老汉')
  await phone.tap('火灾')
  await phone.fill('说一说发生了什么', '灶房着火,粮食烧了,老人没有手机')
  await takePhoto(phone, '拍照或选照片')
  await phone.tap('石桥村')
  await phone.tap('我说的是真的')
  await phone.tap('帮他求助')
  await phone.see('已收到您的求助')
  await phone.tap('看办到哪一步')
  await phone.see('代办人 黄振华')
  await phone.expectClean()

  const caseworker = await town.phone('t01-jingban', 'official/queue/queue')
  await caseworker.tap(/周老汉/)
  await caseworker.see('灶房着火,粮食烧了,老人没有手机')
  await caseworker.see('代办人 黄振华')
  await caseworker.expectClean()
})

test('a proxy who says nothing of the relation is told so at the field', async () => {
  const phone = await town.phone('wang-xiulan', 'pages/ask/ask?for=other')
  await phone.fill('他的姓名', '李大爷')
  await phone.tap('车祸')
  await phone.fill('说一说发生了什么', '被三轮车撞了')
  await pick(phone, '请选择乡镇', '青山镇')
  await phone.tap('我说的是真的')
  await phone.tap('帮他求助')
  await phone.see('有 2 处需要修改')
  await phone.see('请选择您是他的什么人')
  await phone.tap('柳湾村')
  await phone.tap('邻居')
  await phone.tap('帮他求助')
  await phone.see('已收到您的求助')
  await phone.expectClean()
})
