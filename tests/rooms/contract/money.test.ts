import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatFen, parseYuan } from '../../../worker/contract/index.ts'

it.each([
  ['800', 80_000],
  ['800.5', 80_050],
  ['800.50', 80_050],
  ['0.01', 1],
  ['１２', 1_200],
  ['１，２３４．５０', 123_450],
  ['1,234.50元', 123_450],
  [' 1 000 ', 100_000],
  ['5.', 500],
  ['10000000', 1_000_000_000],
  ['0828', 82_800],
])('%j is understood to the fen', (text, fen) => {
  expect(parseYuan(text)).toEqual({ ok: true, fen })
})

it.each([
  ['', '请填写金额'],
  ['元', '请填写金额'],
  ['0', '金额要大于 0'],
  ['0.00', '金额要大于 0'],
  ['-5', '金额要大于 0'],
  ['1.005', '金额最多到分,只能有两位小数'],
  ['1e3', '金额只能写数字,如 800 或 800.50'],
  ['八百', '金额只能写数字,如 800 或 800.50'],
  ['1.2.3', '金额只能写数字,如 800 或 800.50'],
  ['0x10', '金额只能写数字,如 800 或 800.50'],
  ['Infinity', '金额只能写数字,如 800 或 800.50'],
  ['9007199254740992', '金额太大,请检查'],
  ['10000000.01', '金额太大,请检查'],
])('%j is refused in words, never rounded', (text, reason) => {
  expect(parseYuan(text)).toEqual({ ok: false, reason })
})

it.each([
  [0, '0.00'],
  [5, '0.05'],
  [80_000, '800.00'],
  [100_000, '1,000.00'],
  [-123_450, '-1,234.50'],
  [9_007_199_254_740_991, '90,071,992,547,409.91'],
])('%i fen reads %s', (fen, text) => expect(formatFen(fen)).toBe(text))

it('what is written is what is read back, for every sum a form may carry', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (fen) => {
      expect(parseYuan(formatFen(fen))).toEqual({ ok: true, fen })
    }),
  )
})
