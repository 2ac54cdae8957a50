import { Hono } from 'hono'
export function wechatSandbox(_: { people: { openid: string; phone?: string }[]; now: () => number }): Hono {
  const app = new Hono()
  app.post('/preview/login', async (c) => c.json({ code: `demo-${(await c.req.json() as { openid: string }).openid}` }))
  return app
}
