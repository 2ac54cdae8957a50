import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { TestCounty } from '../../support/county.ts'
import { newCounty } from '../../support/county.ts'
import { idOf, pixel } from '../../support/steps.ts'
import { journaled, refused } from '../../support/traces.ts'

const photosOf = async (county: TestCounty) => {
  const folder = join(county.dataDir, 'files')
  return existsSync(folder) ? (await readdir(folder, { recursive: true })).filter((name) => name.includes('/')) : []
}
const other = Uint8Array.from(Buffer.concat([pixel, Buffer.from('x')]))

it('a photo is kept by its content, whatever it is called, and replayed by its key', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const key = randomUUID()
  const first = await wang.photo(pixel, key)
  expect(first.body).toEqual({
    evidenceId: expect.stringMatching(/^evi_/),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    type: 'image/png',
    bytes: pixel.length,
  })
  await journaled(county, 'evidence.store', idOf(first, 'evidenceId'), 'wang-xiulan')
  const again = await wang.photo(pixel, key)
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  await refused(county, 'key_reused', () => wang.photo(other, key))
})

it('wx.uploadFile sends it as multipart', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const form = new FormData()
  form.set('file', new Blob([pixel]), '../../evil.png')
  const body = new Response(form)
  const headers = { 'content-type': body.headers.get('content-type') ?? '', 'idempotency-key': randomUUID() }
  const reply = await wang.send('POST', '/evidence', new Uint8Array(await body.arrayBuffer()), headers)
  expect(reply.body).toMatchObject({ type: 'image/png', bytes: pixel.length })
  const empty = new Response(new FormData())
  const without = {
    ...headers,
    'content-type': empty.headers.get('content-type') ?? '',
    'idempotency-key': randomUUID(),
  }
  const bytes = new Uint8Array(await empty.arrayBuffer())
  await refused(county, 'input', () => wang.send('POST', '/evidence', bytes, without))
})

it.each([
  ['HTML that calls itself a photo', Buffer.from('<html><script>alert(1)</script></html>')],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00')],
  ['nothing', Buffer.alloc(0)],
])('%s is not a photo', async (_, bytes) => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  await refused(county, 'evidence_type', () => wang.photo(Uint8Array.from(bytes)))
  expect(await photosOf(county)).toEqual([])
})

it('5 MB is a photo, a byte more is not', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const sized = (bytes: number) => Uint8Array.from(Buffer.concat([pixel, Buffer.alloc(bytes - pixel.length)]))
  const most = 5 * 1024 * 1024
  await refused(county, 'evidence_size', () => wang.photo(sized(most + 1)))
  await refused(county, 'evidence_size', () => wang.photo(sized(4 * most)))
  expect((await wang.photo(sized(most))).status).toBe(201)
})

it('who is not signed in leaves no byte on the disk', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  await wang.post('/session/end', {})
  await refused(county, 'signed_out', () => wang.photo(pixel))
  expect(await photosOf(county)).toEqual([])
})
