import type { KeyObject } from 'node:crypto'
import type { Suite } from './suite.ts'
import { aes, hasSm, sm } from './suite.ts'

/** Field encryption for one county. `where` (`persons.phone:per_...`) binds a ciphertext to its cell. */
export type Cipher = {
  seal(text: string, where: string): string
  open(sealed: string, where: string): string
  sealBytes(bytes: Uint8Array, where: string): Uint8Array
  openBytes(sealed: Uint8Array, where: string): Uint8Array
  /** Keyed blind index: equal values meet, nothing can be read back. */
  index(kind: string, value: string): string
  /** HMAC with the key of the indexes: what is made of it is as lasting as they are. */
  mac(text: string): string
  /** HMAC of a request body, for idempotency: `k2:...`, one under each key, the sealing one first. */
  macs(text: string): string[]
}

/** `keys`: `s2:BASE64,k1:BASE64`, 32 bytes each; the first seals, all open; the letter names the suite. The index key comes from the oldest. */
export function fieldCipher(keys: string): Cipher {
  const roots = keys.split(',').map(rootKey)
  const ring = new Map(roots.map(({ kid, suite, root }) => [kid, { suite, key: suite.derive(root, 'field') }]))
  const [current] = roots
  const oldest = roots.at(-1)
  if (!current || !oldest) throw new Error(badKeys)
  const [indexKey, oldMac] = [oldest.suite.derive(oldest.root, 'index'), oldest.suite.derive(oldest.root, 'mac')]
  const macKeys = roots.map(({ kid, suite, root }) => ({ kid, suite, key: suite.derive(root, 'mac') }))
  const openerOf = (kid: string): { suite: Suite; key: KeyObject } => {
    const opener = ring.get(kid)
    if (!opener) throw new Error(`no field key ${kid}`)
    return opener
  }
  const sealing = openerOf(current.kid)
  const sealBytes = (bytes: Uint8Array, where: string) => sealing.suite.encrypt(sealing.key, bytes, where)
  const opened = (kid: string, sealed: Buffer, where: string) => {
    const { suite, key } = openerOf(kid)
    return suite.decrypt(key, sealed, where)
  }
  return {
    seal: (text, where) => `${current.kid}:${sealBytes(Buffer.from(text), where).toString('base64')}`,
    open: (sealed, where) => {
      const colon = sealed.indexOf(':')
      return opened(sealed.slice(0, colon), Buffer.from(sealed.slice(colon + 1), 'base64'), where).toString()
    },
    sealBytes: (bytes, where) => Buffer.concat([Buffer.from(`${current.kid}:`), sealBytes(bytes, where)]),
    openBytes: (sealed, where) => {
      const colon = sealed.indexOf(0x3a)
      return opened(Buffer.from(sealed.subarray(0, colon)).toString(), Buffer.from(sealed.subarray(colon + 1)), where)
    },
    index: (kind, value) => oldest.suite.mac(indexKey, `${kind}:${value}`),
    mac: (text) => oldest.suite.mac(oldMac, text),
    macs: (text) => macKeys.map(({ kid, suite, key }) => `${kid}:${suite.mac(key, text)}`),
  }
}

const badKeys = 'FIELD_KEYS 要写成 k1:BASE64(国密 s1:BASE64),每把 32 字节'

function rootKey(part: string): { kid: string; suite: Suite; root: Buffer } {
  const [kid = '', text = ''] = part.trim().split(':')
  const root = Buffer.from(text, 'base64')
  if (!/^[ks]\d+$/.test(kid) || root.length !== 32) throw new Error(badKeys)
  const suite = kid.startsWith(sm.letter) ? sm : aes
  if (suite === sm && !hasSm()) throw new Error('这台机器没有国密算法(SM3、SM4),s 开头的密钥请用 Node 主机')
  return { kid, suite, root }
}
