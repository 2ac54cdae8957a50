import { resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { buildMiniprogram } from './build/miniprogram.ts'
import { buildPreview } from './build/preview.ts'
import { lintMiniprogram } from './build/lint.ts'
import { projectPaths } from './build/paths.ts'
import { watchSources } from './build/watch.ts'
import { wechatObjections } from './build/wechat-compilers.ts'
import { previewRoutes } from './serve.ts'
import { wechatSandbox } from './wechat-sandbox.ts'

/**
 * The phone without the product's API, for work on the preview itself and on the looks of pages:
 * `node preview/dev.ts [--source DIR] [--contract DIR] [--api http://127.0.0.1:8787] [--port N]`, then
 * http://127.0.0.1:8788/phone.
 * Requests to /api go to the given address; without one they answer 502.
 */
const args = process.argv.slice(2)
const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const port = Number(option('--port') ?? 8788)
const folder = (name: string, usual: string): string => resolve(option(name) ?? usual)
const paths = {
  ...projectPaths,
  source: folder('--source', projectPaths.source),
  contract: folder('--contract', projectPaths.contract),
  miniprogram: resolve(`dist/dev-${port}/miniprogram`),
  preview: resolve(`dist/dev-${port}/preview`),
}
const api = option('--api')

const rebuild = async (): Promise<void> => {
  const start = performance.now()
  try {
    await buildMiniprogram(paths)
    await buildPreview(paths)
    console.log(`built in ${Math.round(performance.now() - start)} ms`)
    const hints = [...lintMiniprogram(paths.miniprogram), ...wechatObjections(paths.source) ?? []]
    for (const hint of hints) console.log(`  ! ${hint}`)
  } catch (error) {
    console.error((error as Error).message)
  }
}

const people = [
  { openid: 'preview-a', name: '王芳', about: '河口村 村民', code: 'demo-preview-a' },
  { openid: 'preview-b', name: '李强', about: '青山镇 分管领导', code: 'demo-preview-b' },
]
const app = new Hono()
app.route('/', previewRoutes(paths.preview))
if (api) {
  app.all('*', (c) => fetch(new URL(c.req.path + new URL(c.req.url).search, api), {
    method: c.req.method, headers: c.req.raw.headers, body: c.req.raw.body, duplex: 'half',
  } as RequestInit))
} else {
  app.route('/wechat-sandbox', wechatSandbox({ people, now: () => Date.now() }))
  app.get('/api/demo/people', (c) => c.json(people))
}

await rebuild()
watchSources(paths.source, rebuild)
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () =>
  console.log(`http://127.0.0.1:${port}/phone`))
