import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { previewRoutes } from '../../../preview/serve.ts'
import { wechatSandbox } from '../../../preview/wechat-sandbox.ts'
import { builtFixture } from './build.ts'

const people = [
  { openid: 'wang', name: '王芳', about: '河口村 村民', code: 'demo-wang' },
  { openid: 'li', name: '李强', about: '青山镇 分管领导', code: 'demo-li' },
]

/** The fixture behind a real port, with an API that says what it got. */
export async function serveFixture(): Promise<{ baseUrl: string; close(): Promise<void> }> {
  const app = new Hono()
  app.route('/', previewRoutes((await builtFixture()).preview))
  app.route('/wechat-sandbox', wechatSandbox({ people }))
  app.get('/api/demo/people', (c) => c.json(people))
  app.get('/api/ping', (c) => c.json({ ok: true }))
  app.post('/api/evidence', async (c) => {
    const form = await c.req.formData()
    const file = form.get('file') as File
    return c.text(`${form.get('kind') as string} ${file.type} ${file.size > 100 ? 'full' : 'empty'}`)
  })
  const server = await new Promise<ServerType>((ready) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => ready(started))
  })
  const { port } = server.address() as { port: number }
  return { baseUrl: `http://127.0.0.1:${port}`, close: () => new Promise((done) => void server.close(() => done())) }
}
