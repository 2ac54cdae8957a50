import { existsSync, mkdtempSync, readFileSync, writeFileSync, cpSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildMiniprogram } from '../../preview/build/miniprogram.ts'
import { filesUnder } from '../../preview/build/files.ts'
import { holdSizes, weigh } from '../../preview/build/sizes.ts'
import type { BuildPaths } from '../../preview/build/paths.ts'
import { builtFixture, fixturePaths } from './support/build.ts'

describe('the builder', () => {
  let paths: BuildPaths
  const read = (file: string): string => readFileSync(join(paths.miniprogram, file), 'utf8')

  beforeAll(async () => {
    paths = await builtFixture()
  })

  test('compiles every script for itself and rewrites its imports', () => {
    expect(read('pages/home/home.js')).toContain('require("../../ids.js")')
    expect(read('pack/pages/list/list.js')).toContain('require("../../../contract-link.js")')
    expect(filesUnder(paths.miniprogram).filter((file) => file.endsWith('.ts'))).toEqual([])
  })

  test('brings shared contract files along as modules of their own', () => {
    expect(read('shared/fen.js')).toContain('require("../contract/money.js")')
    expect(read('contract/money.js')).toContain('formatFen')
    expect(existsSync(join(paths.miniprogram, 'contract/shapes.js'))).toBe(false)
  })

  test('copies of the kit only what is reached', () => {
    const kit = filesUnder(join(paths.miniprogram, 'miniprogram_npm/tdesign-miniprogram'))
    expect(new Set(kit.map((file) => file.split('/')[0]))).toEqual(new Set(['button', 'cell', 'common', 'icon',
      'image', 'loading', 'miniprogram_npm']))
  })

  test('leaves no address outside in templates and sheets', () => {
    const texts = filesUnder(paths.miniprogram).filter((file) => /\.(wxml|wxss)$/.test(file)).map(read).join('')
    expect(texts).not.toMatch(/tdesign\.gtimg\.com|alicdn/)
  })

  test('weighs the packages', () => {
    const sizes = weigh(paths.miniprogram)
    expect(sizes.packages['pack']).toBeGreaterThan(500)
    expect(sizes.main + sizes.packages['pack']!).toBe(sizes.whole)
    expect(() => holdSizes({ main: 700 * 1024, whole: 0, packages: {} })).toThrow('main package is 700.0 KB')
    expect(() => holdSizes({ main: 0, whole: 1300 * 1024, packages: {} })).toThrow('mini-program is 1300.0 KB')
  })
})

describe('the builder refuses', () => {
  const changed = async (file: string, text: string): Promise<BuildPaths> => {
    const paths = fixturePaths()
    const source = mkdtempSync(join(tmpdir(), 'xianjiu-source-'))
    cpSync(paths.source, join(source, 'fixture'), { recursive: true })
    cpSync(paths.contract, join(source, 'contract'), { recursive: true })
    writeFileSync(join(source, 'fixture', file), text)
    return { ...paths, source: join(source, 'fixture'), contract: join(source, 'contract') }
  }

  test('a contract file that needs zod on the phone', async () => {
    const paths = await changed('shared/fen.ts', 'export { shape } from \'../../contract/shapes.ts\'')
    await expect(buildMiniprogram(paths)).rejects.toThrow(/shapes\.ts.*zod/s)
  })

  test('a package that is not on the phone', async () => {
    const paths = await changed('shared/fen.ts', 'export { Hono } from \'hono\'')
    await expect(buildMiniprogram(paths)).rejects.toThrow('package "hono" is not on the phone')
  })

  test('a component that is not there', async () => {
    const paths = await changed('pages/form/form.json',
      '{ "usingComponents": { "gone": "../../components/gone/gone" } }')
    await expect(buildMiniprogram(paths)).rejects.toThrow('usingComponents "gone": nothing at')
  })

  test('a picture from another server', async () => {
    const paths = await changed('pages/form/form.wxml', '<image src="https://cdn.example.com/a.png" />')
    await expect(buildMiniprogram(paths)).rejects.toThrow('pages/form/form.wxml reaches outside')
  })

  test('but takes types from anywhere', async () => {
    const paths = await changed('shared/fen.ts',
      'import type { shape } from \'../../contract/shapes.ts\'\nexport type Shape = typeof shape\n'
      + 'export const formatFen = (fen: number): string => `${fen}`')
    await expect(buildMiniprogram(paths)).resolves.toMatchObject({})
  })
})
