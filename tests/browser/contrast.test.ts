import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** The tokens themselves are held to LOOK's contrasts, so that no page has to be judged by eye. */
const sheet = readFileSync(fileURLToPath(new URL('../../miniprogram/theme/tokens.wxss', import.meta.url)), 'utf8')

const token = (name: string): string => {
  const found = new RegExp(`--${name}: (#[0-9A-F]{6});`).exec(sheet)?.[1]
  if (!found) throw new Error(`no token --${name}`)
  return found
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('words are at least 7 : 1 wherever they stand', () => {
  test.each([
    ['ink', 'paper'], ['ink', 'field'], ['ink', 'brand-soft'], ['ink-2', 'paper'], ['ink-2', 'field'], ['brand', 'paper'],
    ['brand', 'field'], ['brand', 'brand-soft'], ['owed', 'owed-soft'], ['owed', 'paper'], ['late', 'late-soft'],
    ['late', 'paper'], ['good', 'good-soft'], ['good', 'paper'], ['paper', 'brand'], ['paper', 'late'], ['paper', 'ink-2'],
  ])('%s on %s', (words, ground) => {
    expect(contrast(token(words), token(ground))).toBeGreaterThanOrEqual(7)
  })
})

test('the edge of a box is seen: at least 3 : 1', () => {
  expect(contrast(token('edge'), token('paper'))).toBeGreaterThanOrEqual(3)
})
