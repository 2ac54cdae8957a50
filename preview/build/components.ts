import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { pagePaths, readAppJson, readComponentJson } from './app-json.ts'
import { BuildProblem } from './problem.ts'

/** Where a usingComponents value points, without its suffix, relative to the mini-program's root. */
export function resolveComponent(folder: string, owner: string, written: string): string | undefined {
  const tries = written.startsWith('/')
    ? [written.slice(1)]
    : [join(dirname(owner), written), ...npmFolders(owner).map((npm) => join(npm, written))]
  for (const path of tries) {
    for (const candidate of [path, join(path, 'index')]) {
      if (existsSync(join(folder, `${candidate}.json`)) && existsSync(join(folder, `${candidate}.wxml`))) {
        return candidate
      }
    }
  }
  return undefined
}

/** Every page and every component reached from them: path -> its usingComponents, resolved. */
export function reachComponents(folder: string): Map<string, Record<string, string>> {
  const app = readAppJson(folder)
  const reached = new Map<string, Record<string, string>>()
  const waiting = [...pagePaths(app)]
  const shared = resolveAll(folder, 'app', app.usingComponents ?? {})
  waiting.push(...Object.values(shared))
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue
    const json = readComponentJson(folder, path)
    const own = resolveAll(folder, path, json.usingComponents ?? {})
    reached.set(path, { ...shared, ...own })
    waiting.push(...Object.values(own))
  }
  return reached
}

function resolveAll(folder: string, owner: string, using: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(using).map(([name, written]) => {
    const path = resolveComponent(folder, owner, written)
    if (path === undefined) {
      throw new BuildProblem(`${owner}.json: usingComponents "${name}": nothing at "${written}"`)
    }
    return [name, path]
  }))
}

function npmFolders(owner: string): string[] {
  const folders: string[] = []
  for (let folder = dirname(owner); ; folder = dirname(folder)) {
    folders.push(join(folder, 'miniprogram_npm'))
    if (folder === '.') return folders
  }
}
