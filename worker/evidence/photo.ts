import { Buffer } from 'node:buffer'
import { disableTypes, imageSize, types } from 'image-size'

const kinds: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' }
disableTypes(types.filter((type) => !(type in kinds)))

/** What the bytes say they are, whatever the file is called: type and size in pixels. `whole`: nothing is cut off. */
export type Photo = { type: string; width: number; height: number; whole: boolean }

/** A photo as its own bytes tell it; null: no JPEG, PNG or WebP. Reads headers only, so no bomb is unpacked. */
export function photoOf(bytes: Uint8Array): Photo | null {
  try {
    const { type = '', width, height } = imageSize(bytes)
    const mime = kinds[type]
    if (!mime || !(width > 0) || !(height > 0)) return null
    return { type: mime, width, height, whole: ends[mime]?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? false }
  } catch {
    return null
  }
}

/** The mark that stands at the end of each kind; phones write more behind it (moving pictures). */
const ends: Record<string, (bytes: Buffer) => boolean> = {
  'image/jpeg': (bytes) => bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0,
  'image/png': (bytes) => bytes.lastIndexOf('IEND') > 0,
  'image/webp': (bytes) => bytes.readUInt32LE(4) + 8 <= bytes.length,
}
