import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildMiniprogram } from '../../../preview/build/miniprogram.ts'
import { buildPreview } from '../../../preview/build/preview.ts'
import { projectPaths } from '../../../preview/build/paths.ts'

const sources = ['miniprogram', 'worker/contract', 'preview']
const lock = 'dist/building'
const product = join(projectPaths.preview, '..', 'miniprogram', 'app.json')

/** The phone as the sources stand now. Several test files may ask at once: one builds, the others wait. */
export async function freshBuild(): Promise<void> {
  mkdirSync('dist', { recursive: true })
  while (!taken()) await new Promise((done) => setTimeout(done, 100))
  try {
    if (changedAt(product) > Math.max(...sources.map(newest))) return
    await buildMiniprogram(projectPaths)
    await buildPreview(projectPaths)
  } finally {
    rmdirSync(lock)
  }
}

/** A lock that a killed run left behind is a minute old at most. */
function taken(): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const age = Date.now() - changedAt(lock)
    if (age > 60_000 && age < Date.now()) rmdirSync(lock)
    return false
  }
}

function newest(folder: string): number {
  return readdirSync(folder, { recursive: true }).reduce((latest, name) =>
    Math.max(latest, changedAt(join(folder, String(name)))), 0)
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
