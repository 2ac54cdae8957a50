import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pagePaths, readAppJson, readComponentJson } from './app-json.ts'
import { buildKit } from './kit.ts'
import { buildScripts } from './scripts.ts'
import { filesUnder, replaceFolder } from './files.ts'
import { holdNoOutside } from './outside.ts'
import { reachComponents } from './components.ts'
import { holdSizes, weigh, type Sizes } from './sizes.ts'
import type { BuildPaths } from './paths.ts'

const kitPrefix = 'tdesign-miniprogram/'

/** Builds the mini-program's source into the folder that DevTools and an upload take. */
export async function buildMiniprogram(given: BuildPaths): Promise<Sizes> {
  return replaceFolder(given.miniprogram, async (miniprogram) => {
    const paths = { ...given, miniprogram }
    copyAssets(paths)
    const needs = await buildScripts(paths)
    const scripts = [...needs.packages].map((path) => path.slice(kitPrefix.length))
    await buildKit(paths, [...kitComponents(paths), ...scripts])
    reachComponents(miniprogram)
    holdNoOutside(miniprogram)
    const sizes = weigh(miniprogram)
    holdSizes(sizes)
    return sizes
  })
}

function copyAssets(paths: BuildPaths): void {
  for (const file of filesUnder(paths.source)) {
    if (/\.(ts|js|md)$/.test(file) || file.startsWith('types/')
      || /(^|\/)(tsconfig\.json|\.[^/]*)$/.test(file)) continue
    mkdirSync(dirname(join(paths.miniprogram, file)), { recursive: true })
    cpSync(join(paths.source, file), join(paths.miniprogram, file))
  }
}

/** Every kit component that a page or an own component names. */
function kitComponents(paths: BuildPaths): Set<string> {
  const app = readAppJson(paths.source)
  const owners = filesUnder(paths.source).filter((file) => file.endsWith('.wxml')).map((file) => file.slice(0, -5))
  const written = [app.usingComponents ?? {}, ...owners.concat(pagePaths(app))
    .map((owner) => readComponentJson(paths.source, owner).usingComponents ?? {})].flatMap(Object.values)
  return new Set((written as string[]).filter((path) => path.startsWith(kitPrefix))
    .map((path) => path.slice(kitPrefix.length)))
}
