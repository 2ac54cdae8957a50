import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { blankPage, expectAccessible, fill, heading, keys, openDesk, press, see, server, sitDown } from './support/desk.ts'

openDesk()

test('a new standard is drafted, read line by line and published by another person; anybody reads it', async () => {
  mkdirSync('dist/screenshots', { recursive: true })
  const maker = await sitDown('县救助股', '#/policy/drafts/new')
  await heading(maker, '起草新政策')
  await expectAccessible(maker)
  await maker.screenshot({ path: 'dist/screenshots/policy-draft.png', fullPage: true })
  await fill(maker, { fromOn: '明天', dibaoFen: '一千' })
  await press(maker, '提交草稿')
  await see(maker, '有 2 处需要修改', '日期要写成 2027-07-01 这样')
  await fill(maker, { fromOn: '2099-07-01', dibaoFen: '900', smallCapFen: '900', tiersFen: '300,600,900' })
  await keys(maker, 'Enter')
  await see(maker, '草稿已提交,等另一个人发布。', '您起草的,要由另一个人发布。')
  await maker.getByRole('row', { name: '小额快救上限 828.00 元 900.00 元' }).waitFor()
  expect(await maker.getByRole('button', { name: '发布这一版' }).count()).toBe(0)

  const checker = await sitDown('县财政', '#/policy/drafts')
  await heading(checker, '政策草稿')
  await checker.getByText(/正在办的 \d+ 件申请里/).waitFor()
  await expectAccessible(checker)
  await checker.screenshot({ path: 'dist/screenshots/policy-drafts.png', fullPage: true })
  await press(checker, '发布这一版')
  await see(checker, '没有等待发布的草稿。')

  const anybody = await blankPage()
  await anybody.goto(`${server.url}/desk#/policy`)
  await heading(anybody, '现行政策')
  await anybody.getByText('第 2 版,从').click()
  await anybody.getByRole('row', { name: '城镇低保标准(每人每月) 828.00 元 900.00 元' }).waitFor()
  await expectAccessible(anybody)
  await anybody.screenshot({ path: 'dist/screenshots/policy-public.png', fullPage: true })
})
