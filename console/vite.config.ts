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
  plugins: [site('start'), site('setup')],
})

/** The start page and the set-up page are sites of their own at `/`: they are built beside the desk whenever the desk is. */
function site(name: 'start' | 'setup'): Plugin {
  let outDir = ''
  return {
    name: `${name}-page`, apply: 'build',
    configResolved: (config) => { outDir = join(config.root, config.build.outDir) },
    async closeBundle() {
      await build({
        configFile: false, root: join(here, name), base: '/', logLevel: 'error',
        build: { ...browsers, outDir: join(outDir, `../${name}`) },
      })
    },
  }
}
