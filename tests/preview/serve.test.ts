import { expect, test } from 'vitest'
import { previewRoutes } from '../../preview/serve.ts'
import { builtFixture } from './support/build.ts'

test('serves the frame, the bare phone and their files, and nothing beside them', async () => {
  const { preview } = await builtFixture()
  const routes = previewRoutes(preview)
  const ask = async (path: string): Promise<[number, string | null]> => {
    const response = await routes.request(path)
    return [response.status, response.headers.get('content-type')]
  }
  expect(await ask('/phone')).toEqual([200, 'text/html; charset=utf-8'])
  expect(await (await routes.request('/phone?bare=1')).text()).toContain('<div id="phone">')
  expect(await (await routes.request('/phone')).text()).toContain('<iframe id="screen"')
  expect(await ask('/phone/host.js')).toEqual([200, 'text/javascript; charset=utf-8'])
  expect(await ask('/phone/files/pages/home/mark.svg')).toEqual([200, 'image/svg+xml'])
  expect((await ask('/phone/gone.js'))[0]).toBe(404)
  expect((await ask('/phone/..%2Fminiprogram%2Fapp.js'))[0]).toBe(404)
  expect((await ask('/phone/../miniprogram/app.js'))[0]).toBe(404)
})
