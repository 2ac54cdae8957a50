import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { asked, head, row, text, wang, xlsx } from '../../support/sheets.ts'
import { dayOf, fenOf, lostDigits, nameOf, readSheet } from '../../../worker/sheets/index.ts'
import type { Context, SheetRow } from '../../../worker/platform/index.ts'

it('a day is read however it was written; what is no day is none', () => {
  for (const written of ['2026-09-01', '2026/9/1', '2026.9.1', '2026年9月1日', '20260901', '46266', '2026-09-01 08:00:00'])
    expect(dayOf(written), written).toBe('2026-09-01')
  for (const written of ['', '2026-02-30', '9月1日', '长期', '2026-13-01', '1']) expect(dayOf(written), written).toBeNull()
})

it('a sum is whole fen; a part of a fen, a minus and words are none', () => {
  expect([fenOf('1,234.5'), fenOf('¥1200元'), fenOf('１２００'), fenOf('0.01'), fenOf('12.500')]).toEqual([123_450, 120_000, 120_000, 1, 1_250])
  expect(['-5', '1.005', '', '一千', '1e3', '99999999999'].map(fenOf)).toEqual([null, null, null, null, null, null])
})

it('a name is spelt one way; a number of Excel that lost its end is known', () => {
  expect([nameOf('张 三'), nameOf('买买提•阿里'), nameOf('John Smith')]).toEqual(['张三', '买买提·阿里', 'John Smith'])
  expect([lostDigits('9.9010119500101E+17'), lostDigits(wang)]).toEqual([true, false])
})

async function read(ctx: Context, bytes: Uint8Array): Promise<SheetRow[]> {
  const all: SheetRow[] = []
  for await (const rows of readSheet(ctx, bytes, asked)) all.push(...rows)
  return all
}

it('the Node host reads in a thread; where nothing reads it says so; a list without a row is refused', async () => {
  const { services } = await newCounty()
  const ctx = services as unknown as Context
  expect(await read(ctx, await xlsx([head, row]))).toEqual([{ row: 2, cells: ['王秀兰', wang, '2026-09-01', '1200'] }])
  await expect(read(ctx, text('姓名,身份证号\n'))).rejects.toMatchObject({ code: 'sheet_empty' })
  await expect(read(ctx, text('姓名,电话\n'))).rejects.toMatchObject({ code: 'sheet_headers', details: { fields: [{ message: '前 20 行里没有找到:身份证号' }] } })
  const { sheets: _, ...without } = services
  await expect(read(without as unknown as Context, text('x'))).rejects.toMatchObject({ code: 'sheet_elsewhere' })
})
