import { expect, test } from 'vitest'
import { phoneWxs } from '../../preview/compile/wxs.ts'

test('constructor is renamed where it is a property, and nowhere else', () => {
  expect(phoneWxs('var a = x.constructor === "constructor" ? y.constructor : z["constructor"] // constructor'))
    .toBe('var a = x.__wxsType === "constructor" ? y.__wxsType : z["constructor"] // constructor')
})

test('required modules lose their suffix', () => {
  expect(phoneWxs('var u = require(\'../a/b.wxs\')')).toBe('var u = require(\'../a/b\')')
})
