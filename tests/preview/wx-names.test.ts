import { expect, test } from 'vitest'
import { knownWx } from '../../preview/wx-names.ts'
import { startFixture } from './support/jsdom-phone.ts'

test('the list for the lint is what the host has', async () => {
  const phone = await startFixture()
  expect(Object.keys(phone.window.__phone.wx).sort()).toEqual([...knownWx].sort())
})
