import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** All files under a folder, as sorted paths relative to it, with forward slashes. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Reads a JSON file; a mistake names the file. */
export function readJson<T>(path: string): T {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error })
  }
}

/**
 * Fills a folder beside the old one and swaps them at the end: a build that fails leaves the last good one,
 * and two builds at the same time do not step on each other.
 */
export async function replaceFolder<T>(folder: string, fill: (next: string) => Promise<T>): Promise<T> {
  const next = `${folder}.next-${process.pid}`
  rmSync(next, { recursive: true, force: true })
  mkdirSync(next, { recursive: true })
  try {
    const result = await fill(next)
    swap(next, folder)
    return result
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
}

function swap(next: string, folder: string, tries = 5): void {
  rmSync(folder, { recursive: true, force: true })
  try {
    renameSync(next, folder)
  } catch (error) {
    if (tries === 0) throw error
    swap(next, folder, tries - 1)
  }
}
