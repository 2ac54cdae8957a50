import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where the builder reads and writes. Tests point the same builder at a fixture. */
export interface BuildPaths {
  root: string
  source: string
  contract: string
  packages: string
  miniprogram: string
  preview: string
}

/** The project's own folders. */
export const projectPaths: BuildPaths = {
  root,
  source: join(root, 'miniprogram'),
  contract: join(root, 'worker/contract'),
  packages: join(root, 'node_modules'),
  miniprogram: join(root, 'dist/miniprogram'),
  preview: join(root, 'dist/preview'),
}
