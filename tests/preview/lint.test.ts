import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lintMiniprogram } from '../../preview/build/lint.ts'
import { readTags } from '../../preview/build/wxml-tags.ts'
import { builtFixture } from './support/build.ts'

test('a sound mini-program has nothing to say', async () => {
  expect(lintMiniprogram((await builtFixture()).miniprogram)).toEqual([])
})

test('finds handlers, tags, components and wx functions that are not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-lint-'))
  cpSync((await builtFixture()).miniprogram, folder, { recursive: true })
  writeFileSync(join(folder, 'pages/form/form.wxml'),
    '<vieww /><canvas /><view bind:tap="gone" catchtouchmove="">a</view>')
  writeFileSync(join(folder, 'pages/form/form.json'),
    '{ "usingComponents": { "money-line": "../../components/money-line/money-line" } }')
  writeFileSync(join(folder, 'ids.js'), 'wx.launchRocket({})')
  expect(lintMiniprogram(folder)).toEqual([
    'pages/form/form: <vieww> is neither built in nor declared in usingComponents',
    'pages/form/form: <canvas> is not in the preview',
    'pages/form/form: <view> calls "gone", which the script does not have',
    'pages/form/form: usingComponents "money-line" is not used',
    'ids.js: wx.launchRocket is not known',
  ])
})

test('reads tags over lines, with braces and comments between', () => {
  const tags = readTags('<!-- <a/> --><view\n  wx:if="{{a > 1 && b}}"\n  bind:tap="go"\n><b disabled /></view>')
  expect(tags).toEqual([
    { tag: 'view', attributes: { 'wx:if': '{{a > 1 && b}}', 'bind:tap': 'go' } },
    { tag: 'b', attributes: { disabled: '' } },
  ])
})
