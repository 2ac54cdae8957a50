import { expect, it } from 'vitest'
import { routes } from '../../worker/app.ts'
import { newCounty } from '../support/county.ts'

const addressOf = (path: string) => `http://county.test/api${path.replaceAll(/:\w+/g, 'x1')}`
const wrongWays = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

it('an address asked in a wrong way answers 405 with the ways it knows; OPTIONS is one of the wrong ways', async () => {
  const { app } = await newCounty()
  for (const path of new Set([...routes.map((route) => route.path), '/openapi.json'])) {
    const methods = path === '/openapi.json' ? ['GET'] : routes.filter((route) => route.path === path).map((route) => route.method)
    const known = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).toSorted()
    for (const method of wrongWays.filter((way) => !known.includes(way))) {
      const response = await app.fetch(new Request(addressOf(path), { method }))
      expect([response.status, response.headers.get('allow')], `${method} ${path}`).toEqual([405, known.join(', ')])
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      if (method !== 'HEAD') expect(await response.json()).toMatchObject({ code: 'method_wrong', title: '这个地址不能这样用' })
    }
  }
})

it('HEAD goes where GET goes, without a body and never as a bug', async () => {
  const { app, logged } = await newCounty()
  for (const { path } of routes.filter(({ method }) => method === 'GET')) {
    const [head, get] = await Promise.all(['HEAD', 'GET'].map((method) => app.fetch(new Request(addressOf(path), { method }))))
    expect([head?.status, await head?.text()], path).toEqual([get?.status, ''])
  }
  expect(logged.filter(({ code }) => code === 'internal')).toEqual([])
})

it('the journal, the log line and the problem carry one request id', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const { status, problem } = await wang.post('/funds/F990101001/allocations', {
    amountFen: 100, bankSerial: 'BK20260928001', reason: '拨入备用金',
  })
  expect(status).toBe(403)
  expect(county.logged.at(-1)).toMatchObject({ requestId: problem.requestId, code: problem.code })
  const rows = await county.rows('SELECT problem FROM journal WHERE request_id = ?', problem.requestId)
  expect(rows).toEqual([{ problem: problem.code }])
})
