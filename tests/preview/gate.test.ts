import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { lintMiniprogram } from '../../preview/build/lint.ts'
import { buildMiniprogram } from '../../preview/build/miniprogram.ts'
import { projectPaths } from '../../preview/build/paths.ts'
import type { Sizes } from '../../preview/build/sizes.ts'
import { wechatObjections } from '../../preview/build/wechat-compilers.ts'
import { compileApp } from '../../preview/compile/app.ts'

describe('the mini-program itself', () => {
  const paths = { ...projectPaths, miniprogram: join(mkdtempSync(join(tmpdir(), 'xianjiu-gate-')), 'miniprogram') }
  let sizes: Sizes

  beforeAll(async () => {
    sizes = await buildMiniprogram(paths)
  })

  test('is accepted by WeChat\'s own compilers, as written and as built', () => {
    expect(wechatObjections(paths.source) ?? []).toEqual([])
    expect(wechatObjections(paths.miniprogram) ?? []).toEqual([])
  })

  test('is accepted by glass-easel\'s compiler', () => {
    expect(compileApp(paths.miniprogram).length).toBeGreaterThan(10_000)
  })

  test('has no handler, component or wx function that is not there', () => {
    expect(lintMiniprogram(paths.miniprogram)).toEqual([])
  })

  test('is small enough for a weak network', () => {
    expect(sizes.main).toBeLessThanOrEqual(600 * 1024)
    expect(sizes.whole).toBeLessThanOrEqual(1.2 * 1024 * 1024)
  })
})

const withoutBinaries = process.platform === 'linux' && process.arch !== 'x64'

test.skipIf(withoutBinaries)('the gate closes for a broken template or sheet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-broken-'))
  writeFileSync(join(folder, 'a.wxml'), '<view><text></view>')
  writeFileSync(join(folder, 'a.wxss'), '.a { color: red')
  expect(wechatObjections(folder)).toEqual([
    expect.stringContaining('a.wxml:1:14: expect end-tag `text`') as string,
    expect.stringContaining('wcsc: ') as string,
  ])
})
