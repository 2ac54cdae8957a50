import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { Hono } from 'hono'
import { pageHeaders } from './page-headers.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

/** Files that the build made, under `at`; a folder means its `index.html`. Nothing outside `folder` can be asked for. */
export function pages(at: string, folder: string): Hono {
  const routes = new Hono()
  const send = async (name: string | null): Promise<Response> => {
    if (name === null) return missing()
    const path = normalize(join(folder, name === '' || name.endsWith('/') ? `${name}index.html` : name))
    const type = types[extname(path)]
    if (!path.startsWith(normalize(`${folder}/`)) || !type) return missing()
    const bytes = await readFile(path).catch(() => null)
    return bytes
      ? new Response(Uint8Array.from(bytes), { headers: { ...pageHeaders, 'content-type': type } })
      : missing()
  }
  routes.get(at === '' ? '/' : at, () => send(''))
  routes.get(`${at}/*`, (http) => send(nameOf(http.req.path.slice(at.length + 1))))
  return routes
}

/** A `%` that stands for no letter names no file. */
function nameOf(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** What every address is told that leads nowhere. */
export function missing(): Response {
  return new Response('没有这个页面。如果刚装好,请先运行 npm start。', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
