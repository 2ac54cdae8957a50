import { existsSync } from 'node:fs'
import { join } from 'node:path/posix'
import { readJson } from './files.ts'

/** The part of app.json that the builder, the compiler and the host read. */
export interface AppJson {
  pages: string[]
  subpackages?: { root: string; pages: string[] }[]
  subPackages?: { root: string; pages: string[] }[]
  window?: WindowJson
  tabBar?: TabBarJson
  usingComponents?: Record<string, string>
  networkTimeout?: { request?: number; uploadFile?: number; downloadFile?: number }
}

/** The look of the bar above a page. */
export interface WindowJson {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
}

/** The bar of tabs below the first pages. */
export interface TabBarJson {
  color?: string
  selectedColor?: string
  backgroundColor?: string
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
}

/** A page's or a component's own JSON. */
export interface ComponentJson extends WindowJson {
  component?: boolean
  usingComponents?: Record<string, string>
  componentGenerics?: Record<string, unknown>
  componentPlaceholder?: Record<string, string>
  styleIsolation?: string
  addGlobalClass?: boolean
  disableScroll?: boolean
}

/** Reads app.json of a mini-program folder. */
export function readAppJson(folder: string): AppJson {
  return readJson<AppJson>(join(folder, 'app.json'))
}

/** The folders that are downloaded on their own. */
export function subpackageRoots(app: AppJson): string[] {
  return (app.subpackages ?? app.subPackages ?? []).map((pack) => pack.root.replace(/\/$/, ''))
}

/** Every page of the main package and the subpackages, without a leading slash. */
export function pagePaths(app: AppJson): string[] {
  const packs = app.subpackages ?? app.subPackages ?? []
  return [...app.pages, ...packs.flatMap((pack) => pack.pages.map((page) => join(pack.root, page)))]
}

/** A component's JSON, or an empty one where the file is left out. */
export function readComponentJson(folder: string, path: string): ComponentJson {
  const file = join(folder, `${path}.json`)
  return existsSync(file) ? readJson<ComponentJson>(file) : {}
}
