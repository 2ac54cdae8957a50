import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Builds the desk with its own Vite settings, if there is one. */
export async function buildDesk(root: string): Promise<boolean> {
  const configFile = join(root, 'console/vite.config.ts')
  if (!existsSync(configFile)) return false
  const { build } = await import('vite')
  await build({ configFile, logLevel: 'error' })
  return true
}
