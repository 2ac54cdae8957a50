import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listFile } from '../support/programs.ts'
import { expectAccessible, heading, keys, openDesk, press, see, server, sitDown } from './support/desk.ts'

openDesk()

const day = (days: number) => new Date(server.services.clock().getTime() + days * 86_400_000).toISOString().slice(0, 10)
const csv = (bytes: Uint8Array, name = '低保名单.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })
const good: [string, string] = ['赵不识', '990101195001010010']

test('县救助股 looks through a list by keyboard, imports it, and undoes it; what is wrong in it comes as a file', async () => {
  const desk = await sitDown('县救助股', '#/programs')
  await heading(desk, '救助名单')
  await see(desk, '还没有导入过名单。')
  await expectAccessible(desk)
  await press(desk, '先看看')
  await see(desk, '请选择哪一种名单', '请写到哪天', '请选择文件')
  await desk.getByLabel('哪一种名单').focus()
  await desk.getByLabel('哪一种名单').selectOption({ label: '低保' })
  await desk.getByLabel('到哪天').fill(day(200))
  await desk.getByLabel('文件', { exact: true }).setInputFiles(csv(listFile([good, ['错号人', '99010119500101001X'], ['', '990101195001010010']])))
  await desk.getByRole('button', { name: '先看看' }).focus()
  await keys(desk, 'Enter')
  await see(desk, '身份证号最后一位对不上,请再看一遍', '没有姓名')
  await expectAccessible(desk)
  await desk.screenshot({ path: 'dist/screenshots/programs-preview.png', fullPage: true })
  const download = desk.waitForEvent('download')
  await press(desk, '下载全部问题')
  expect(readFileSync((await (await download).path())!, 'utf8')).toBe('\ufeff"行号","问题"\r\n"4","身份证号最后一位对不上,请再看一遍"\r\n"5","没有姓名"\r\n')
  await desk.getByRole('button', { name: '导入 1 人' }).focus()
  await keys(desk, 'Enter')
  await see(desk, '已导入 1 人')
  await desk.getByRole('row', { name: /全县低保名单 1 .*现在用的/ }).waitFor()
  await desk.screenshot({ path: 'dist/screenshots/programs.png', fullPage: true })
  await press(desk, '撤销全县低保名单')
  await press(desk, '撤销这次导入')
  await see(desk, '请写撤销的理由')
  await desk.getByLabel('理由').fill('选错了文件')
  await press(desk, '撤销这次导入')
  await desk.getByRole('row', { name: /已撤销 选错了文件/ }).waitFor()
})

test('what is no list is refused with the way out, and what was chosen stays', async () => {
  const desk = await sitDown('柳泉镇 民政经办', '#/programs')
  await see(desk, '柳泉镇的名单')
  await desk.getByLabel('哪一种名单').selectOption({ label: '防返贫监测' })
  await desk.getByLabel('到哪天').fill(day(200))
  await desk.getByLabel('文件', { exact: true }).setInputFiles(csv(Buffer.from('%PDF-1.4'), '名单.xlsx'))
  await press(desk, '先看看')
  await see(desk, '这不是表格文件。请用 Excel 或 WPS 打开,另存为 xlsx')
  expect(await desk.getByLabel('哪一种名单').inputValue()).toBe('RELAPSE_WATCH')
  await desk.getByLabel('到哪天').fill(day(500))
  await press(desk, '先看看')
  await see(desk, '要在开始那天之后,最长一年')
  await desk.screenshot({ path: 'dist/screenshots/programs-wrong.png', fullPage: true })
})
