import type { KeyObject } from 'node:crypto'
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto'
import { randomPart } from './random-part.ts'

export type Purpose = 'field' | 'index' | 'mac'

/** What seals and finds: one adapter for each set of algorithms. A key's name begins with its letter: `k1:` AES, `s1:` 国密. */
export type Suite = {
  letter: 'k' | 's'
  derive(root: Buffer, purpose: Purpose): KeyObject
  encrypt(key: KeyObject, bytes: Uint8Array, where: string): Buffer
  decrypt(key: KeyObject, sealed: Buffer, where: string): Buffer
  mac(key: KeyObject, text: string): string
}

/** AES-256-GCM, HMAC-SHA-256, HKDF-SHA-256. */
export const aes: Suite = {
  letter: 'k',
  // A KeyObject is made once: a Buffer key would be wrapped anew at each call, eight times slower (measured)
  derive: (root, purpose) => createSecretKey(Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `xianjiu/${purpose}`, 32))),
  encrypt: (key, bytes, where) => {
    const iv = randomPart(12)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(where))
    return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  },
  decrypt: (key, sealed, where) => {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(where))
    decipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
  },
  mac: (key, text) => createHmac('sha256', key).update(text).digest('base64url'),
}

/** SM4-CTR with HMAC-SM3 over it afterwards (GB/T 32907, 32905; OpenSSL gives Node no SM4-GCM), HKDF and index by SM3. */
export const sm: Suite = {
  letter: 's',
  derive: (root, purpose) => createSecretKey(Buffer.from(hkdfSync('sm3', root, Buffer.alloc(0), `xianjiu/sm/${purpose}`, 48))),
  encrypt: (key, bytes, where) => {
    const iv = randomPart(16)
    const cipher = createCipheriv('sm4-ctr', halves(key).cipher, iv)
    const body = Buffer.concat([iv, cipher.update(bytes), cipher.final()])
    return Buffer.concat([body, tagOf(key, where, body)])
  },
  decrypt: (key, sealed, where) => {
    const body = sealed.subarray(0, -32)
    if (sealed.length < 48 || !timingSafeEqual(tagOf(key, where, body), sealed.subarray(-32))) throw new Error('this was changed, or sealed for another cell')
    const decipher = createDecipheriv('sm4-ctr', halves(key).cipher, body.subarray(0, 16))
    return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()])
  },
  mac: (key, text) => createHmac('sm3', key).update(text).digest('base64url'),
}

/** 16 bytes encrypt, 32 authenticate. */
function halves(key: KeyObject): { cipher: Buffer; tag: Buffer } {
  const bytes = key.export()
  return { cipher: bytes.subarray(0, 16), tag: bytes.subarray(16) }
}

/** The cell's name with its length in front: no name can run into what is sealed. */
function tagOf(key: KeyObject, where: string, body: Uint8Array): Buffer {
  const name = Buffer.from(where)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(name.length)
  return createHmac('sm3', halves(key).tag).update(length).update(name).update(body).digest()
}

/** Whether this machine has SM3 and SM4: Node does, Workers do not. */
export function hasSm(): boolean {
  try {
    sm.encrypt(sm.derive(Buffer.alloc(32), 'field'), Buffer.alloc(1), '')
    return true
  } catch {
    return false
  }
}
