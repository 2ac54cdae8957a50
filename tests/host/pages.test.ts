import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { previewRoutes } from '../../preview/serve.ts'
import { pages } from '../../worker/host/pages.ts'
import { newFolder, startHost } from '../support/host.ts'

const astray = ['/%ff', '/%E0%A4%A', '/desk/%E0%A4%A', '/desk/%', '/desk/%00.js', '/desk/..%2fsecret.js', '/phone/%ff', '/phone/%E0%A4%A.js']

it('an address that no letters make is not there, in Chinese', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'desk'))
  writeFileSync(join(folder, 'secret.js'), 'secret')
  writeFileSync(join(folder, 'desk', '说明.js'), 'read me')
  const root = new Hono()
  root.route('/', previewRoutes(folder))
  root.route('/', pages('/desk', join(folder, 'desk')))
  root.route('/', pages('', join(folder, 'start')))
  for (const path of astray) {
    const response = await root.request(path)
    expect([response.status, response.headers.get('content-type')], path).toEqual([404, 'text/plain; charset=utf-8'])
    expect(await response.text()).toMatch(/^没有这个/)
  }
  expect(await (await root.request(`/desk/${encodeURIComponent('说明.js')}`)).text()).toBe('read me')
})

it('over the wire: HEAD, OPTIONS, wrong methods and bad addresses are answered, never with 500', async () => {
  const url = await startHost({ DATA_DIR: newFolder(), PORT: '0' }).url()
  const ask = async (method: string, path: string) => (await fetch(`${url}${path}`, { method })).status
  for (const path of astray) expect(await ask('GET', path), path).toBe(404)
  expect(await ask('HEAD', '/api/townships')).toBe(200)
  expect(await ask('HEAD', '/api/openapi.json')).toBe(200)
  expect(await ask('HEAD', '/readyz')).toBe(200)
  expect(await ask('HEAD', '/api/session/end')).toBe(405)
  expect(await ask('OPTIONS', '/api/requests')).toBe(405)
  expect(await ask('DELETE', '/api/requests/req_1')).toBe(405)
  expect(await ask('OPTIONS', '/api/nothing')).toBe(404)
  expect(await ask('POST', '/desk')).toBe(404)
})
