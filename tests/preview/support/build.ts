import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildMiniprogram } from '../../../preview/build/miniprogram.ts'
import { buildPreview } from '../../../preview/build/preview.ts'
import { projectPaths, type BuildPaths } from '../../../preview/build/paths.ts'

const tests = fileURLToPath(new URL('../', import.meta.url))

/** Paths of the fixture mini-program, built into a folder of its own. */
export function fixturePaths(): BuildPaths {
  const out = mkdtempSync(join(tmpdir(), 'xianjiu-preview-'))
  return {
    ...projectPaths, source: join(tests, 'fixture'), contract: join(tests, 'contract'),
    miniprogram: join(out, 'miniprogram'), preview: join(out, 'preview'),
  }
}

let built: Promise<BuildPaths> | undefined

/** The fixture, built once per test file: the mini-program and its preview. */
export function builtFixture(): Promise<BuildPaths> {
  built ??= (async () => {
    const paths = fixturePaths()
    await buildMiniprogram(paths)
    await buildPreview(paths)
    return paths
  })()
  return built
}
