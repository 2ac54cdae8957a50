import { expect, it } from 'vitest'
import { checkIdNumber, normalizeIdNumber } from '../../../worker/contract/index.ts'

/** Invented numbers of the published cases (area 990101 belongs to nobody). */
const valid = [
  '990101198501010010',
  '990101199202290029',
  '990101197001010036',
  '99010120151103001X',
  '99010119600815007X',
]
const check = (text: string, today = '2026-09-28', invented = true) => checkIdNumber(text, today, invented)

it.each(valid)('%s is right, and any digit changed is not', (idNumber) => {
  expect(check(idNumber)).toMatchObject({ ok: true, idNumber })
  for (let place = 0; place < 18; place += 1) {
    for (const digit of '0123456789X') {
      if (digit === idNumber[place]) continue
      expect(check(idNumber.slice(0, place) + digit + idNumber.slice(place + 1)).ok, `${digit} at ${place}`).toBe(false)
    }
  }
})

it('full width, lower case and spaces are forgiven', () => {
  expect(normalizeIdNumber(' ９９０１０１ 20151103 001ｘ ')).toBe('99010120151103001X')
  expect(check('99010119600815007x')).toMatchObject({
    ok: true,
    idNumber: '99010119600815007X',
    bornOn: '1960-08-15',
    sex: 'male',
  })
  expect(check('990101199202290029')).toMatchObject({ bornOn: '1992-02-29', sex: 'female' })
})

it.each([
  ['99010119850101001', '身份证号应为 18 位(旧证 15 位),现在是 17 位'],
  ['', '身份证号应为 18 位(旧证 15 位),现在是 0 位'],
  ['9901011985010100100', '身份证号应为 18 位(旧证 15 位),现在是 19 位'],
  ['99010119850101A010', '身份证号第 15 位应是数字'],
  ['９９０１０１ 850101 O01', '身份证号第 13 位应是数字'],
  ['99010185010100X', '身份证号第 15 位应是数字'],
  ['99010119850101001A', '身份证号最后一位只能是数字或 X'],
  ['990101900229001', '身份证号里的出生日期不存在'],
  ['160101850101001', '身份证号前 6 位的地区不对'],
  ['990101199002290016', '身份证号里的出生日期不存在'],
  ['990101198513010010', '身份证号里的出生日期不存在'],
  ['990101202609290010', '身份证号里的出生日期在今天之后'],
  ['990101189501010010', '身份证号里的年龄超过 130 岁'],
  ['010101198501010010', '身份证号前 6 位的地区不对'],
  ['910101198501010010', '身份证号前 6 位的地区不对'],
  ['990101198501010011', '身份证号最后一位对不上,请再看一遍'],
])('%j is refused: %s', (text, reason) => {
  expect(check(text)).toEqual({ ok: false, reason })
})

it('an invented area is for demo counties only; a real one passes everywhere', () => {
  expect(check('990101198501010010', '2026-09-28', false)).toEqual({ ok: false, reason: '身份证号前 6 位的地区不对' })
  expect(check('11010519491231002X', '2026-09-28', false)).toMatchObject({ ok: true, bornOn: '1949-12-31' })
})

it('born today is old enough, born tomorrow is not', () => {
  expect(check('99010120151103001X', '2015-11-03').ok).toBe(true)
  expect(check('99010120151103001X', '2015-11-02').ok).toBe(false)
})

it.each([
  ['990101850101001', '990101198501010010'],
  ['９９０１０１ ７００１０１ ００３', '990101197001010036'],
  ['990101 600815 007', '99010119600815007X'],
])('%s of an old paper is the same person as %s', (old, modern) => {
  expect(check(old)).toEqual(check(modern))
  expect(check(old)).toMatchObject({ ok: true, idNumber: modern })
  expect(check(old, '2026-09-28', false).ok).toBe(false)
})

it('a paper of 15 digits was given in the 1900s: 29 February 2000 is not on it, that of 1992 is', () => {
  expect(check('990101000229001')).toEqual({ ok: false, reason: '身份证号里的出生日期不存在' })
  expect(check('990101920229002')).toMatchObject({ ok: true, idNumber: '990101199202290029' })
})

it('permits of Hong Kong, Macao and Taiwan and the card of a foreigner who stays are numbers of the same kind (D-02)', () => {
  for (const area of ['810000', '820000', '830000', '911840']) {
    const right = [...'0123456789X'].filter((digit) => check(`${area}19850101001${digit}`, '2026-09-28', false).ok)
    expect(right, area).toHaveLength(1)
  }
})
