import { statSync } from 'node:fs'
import { join } from 'node:path'
import { readAppJson, subpackageRoots } from './app-json.ts'
import { BuildProblem } from './problem.ts'
import { filesUnder } from './files.ts'

const mainLimit = 600 * 1024
const wholeLimit = 1.2 * 1024 * 1024

/** Bytes that a phone downloads: the main package, and all packages together. */
export interface Sizes {
  main: number
  whole: number
  packages: Record<string, number>
}

/** Weighs a built mini-program by package. */
export function weigh(folder: string): Sizes {
  const roots = subpackageRoots(readAppJson(folder))
  const sizes: Sizes = { main: 0, whole: 0, packages: Object.fromEntries(roots.map((root) => [root, 0])) }
  for (const file of filesUnder(folder)) {
    const bytes = statSync(join(folder, file)).size
    const root = roots.find((candidate) => file.startsWith(`${candidate}/`))
    if (root === undefined) sizes.main += bytes
    else sizes.packages[root]! += bytes
    sizes.whole += bytes
  }
  return sizes
}

/** Fails when a phone on a weak network would have to load too much. */
export function holdSizes({ main, whole }: Sizes): void {
  if (main > mainLimit) throw new BuildProblem(`main package is ${kilobytes(main)}, limit ${kilobytes(mainLimit)}`)
  if (whole > wholeLimit) throw new BuildProblem(`mini-program is ${kilobytes(whole)}, limit ${kilobytes(wholeLimit)}`)
}

/** 12345 -> "12.1 KB" */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}
