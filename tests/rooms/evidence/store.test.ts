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

const jpeg = Buffer.concat([Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64'), Buffer.from([0xff, 0xd9])])
const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')
/** The same photo, but its header says so many pixels a side. */
const pngOf = (side: number) => {
  const bytes = Buffer.from(pixel)
  bytes.writeUInt32BE(side, 16)
  bytes.writeUInt32BE(side, 20)
  return bytes
}

it.each([
  ['image/jpeg', jpeg],
  ['image/jpeg', Buffer.concat([jpeg, Buffer.from('a moving picture behind it')])],
  ['image/png', Buffer.from(pixel)],
  ['image/webp', webp],
])('%s is a photo', async (type, bytes) => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  expect((await wang.photo(Uint8Array.from(bytes))).body).toMatchObject({ type, bytes: bytes.length })
})

const notAPhoto = '这不是照片文件,请重新拍或选一张'
const cutOff = '照片没有传完整,请重新上传'
it.each([
  ['HTML that calls itself a photo', Buffer.from('<html><script>alert(1)</script></html>'), notAPhoto],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), notAPhoto],
  ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), notAPhoto],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00'), notAPhoto],
  ['a BMP', Buffer.from('Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAA////AA==', 'base64'), notAPhoto],
  ['a HEIC', Buffer.from('AAAAGGZ0eXBoZWljAAAAAG1pZjFoZWlj', 'base64'), notAPhoto],
  ['a TIFF', Buffer.from('SUkqAAgAAAAAAA==', 'base64'), notAPhoto],
  ['an icon', Buffer.from('AAABAAEAEBAAAAEAIABoBAAAFgAAAA==', 'base64'), notAPhoto],
  ['a zip', Buffer.from('PK\x03\x04\x14\x00\x00\x00'), notAPhoto],
  ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00'), notAPhoto],
  ['words', Buffer.from('我的情况说明'), notAPhoto],
  ['nothing', Buffer.alloc(0), notAPhoto],
  ['the first two bytes of a JPEG', jpeg.subarray(0, 2), notAPhoto],
  ['a JPEG without its size', jpeg.subarray(0, 30), notAPhoto],
  ['a PNG of no width', pngOf(0), notAPhoto],
  ['a JPEG that was cut', jpeg.subarray(0, -2), cutOff],
  ['a PNG that was cut', Buffer.from(pixel).subarray(0, -12), cutOff],
  ['a WebP that was cut', webp.subarray(0, -4), cutOff],
])('%s is refused in words', async (_, bytes, words) => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const { problem } = await refused(county, 'evidence_type', () => wang.photo(Uint8Array.from(bytes)))
  expect(problem.fields?.[0]?.message).toBe(words)
  expect(await photosOf(county)).toEqual([])
})

it('a small file that would unpack to 16,000 x 16,000 pixels is refused, 10,000 x 10,000 is a photo', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const { problem } = await refused(county, 'evidence_size', () => wang.photo(Uint8Array.from(pngOf(16_000))))
  expect(problem.fields?.[0]?.message).toBe('照片尺寸太大,请重新拍一张')
  expect((await wang.photo(Uint8Array.from(pngOf(10_000)))).status).toBe(201)
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
