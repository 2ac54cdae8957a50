import { readFileSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import { Hono } from 'hono'
import { projectPaths } from './build/paths.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif',
  '.webp': 'image/webp',
}

/**
 * Serves the phone: `/phone` with its frame and tools, `/phone?bare=1` as the mini-program alone, and their files.
 * Development and demo only; the product never mounts it.
 */
export function previewRoutes(folder: string = projectPaths.preview): Hono {
  const routes = new Hono()
  routes.get('/phone', (c) => send(folder, c.req.query('bare') === '1' ? 'bare.html' : 'frame.html'))
  routes.get('/phone/*', (c) => send(folder, c.req.path.slice('/phone/'.length)))
  return routes
}

function send(folder: string, name: string): Response {
  const path = normalize(join(folder, name))
  const type = types[extname(path)]
  if (!path.startsWith(folder + sep) || type === undefined) return missing('没有这个文件')
  try {
    return new Response(readFileSync(path), { headers: { 'content-type': type, 'cache-control': 'no-cache' } })
  } catch {
    return missing('没有这个文件,请先运行 npm run build')
  }
}

function missing(why: string): Response {
  return new Response(why, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
