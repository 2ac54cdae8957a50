import { pageHeaders } from '../host/page-headers.ts'
import type { Env } from './env.ts'

/** The desk under `/desk`, as the Node host serves it; the bucket of assets holds it at its root. */
export async function deskPage(request: Request, { ASSETS }: Env): Promise<Response> {
  const url = new URL(request.url)
  const path = /^\/desk(\/.*)?$/.exec(url.pathname)
  if (url.pathname === '/') return Response.redirect(`${url.origin}/desk/`, 302)
  if (!path || !ASSETS)
    return new Response('没有这个页面。', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  const found = await ASSETS.fetch(new Request(`${url.origin}${path[1] ?? '/'}`, request))
  const response = new Response(found.body, found)
  for (const [name, value] of Object.entries(pageHeaders)) response.headers.set(name, value)
  return response
}
