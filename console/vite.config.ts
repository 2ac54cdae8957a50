import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, defineConfig, type InlineConfig, type Plugin } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const browsers = { target: 'es2022', modulePreload: false, emptyOutDir: true } satisfies InlineConfig['build']

export default defineConfig({
  root: here, base: '/desk/',
  // Also under a test's NODE_ENV: the development form carries the paths of this machine.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: { ...browsers, outDir: '../dist/desk' },
  plugins: [startPage()],
})

/** The start page is a site of its own at `/`: it is built beside the desk whenever the desk is. */
function startPage(): Plugin {
  let outDir = ''
  return {
    name: 'start-page', apply: 'build',
    configResolved: (config) => { outDir = join(config.root, config.build.outDir) },
    async closeBundle() {
      await build({
        configFile: false, root: join(here, 'start'), base: '/', logLevel: 'error',
        build: { ...browsers, outDir: join(outDir, '../start') },
      })
    },
  }
}
