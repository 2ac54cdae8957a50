import { afterEach, beforeEach, expect } from 'vitest'
import { errors, forget, watch } from './log.ts'

/** A `console.error` is a bug somewhere: it fails the test that caused it. */
beforeEach(watch)
afterEach(() => {
  const calls = errors()
  forget()
  expect(calls, 'console.error').toEqual([])
})
