import { createHash, createPublicKey, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** A signed note as C2SP has it: a text, a blank line, and one `— name base64(key id, signature)` per signer. */
export type Note = { text: string; signatures: Signature[] }
export type Signature = { name: string; keyId: string; bytes: Buffer }
/** Whose signature to believe. Written `name+key id+base64(1, public key)`. */
export type VerifierKey = { name: string; keyId: string; key: KeyObject }

const ed25519 = Uint8Array.of(1)
const lineOf = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/

export function noteOf(file: string): Note {
  const at = file.lastIndexOf('\n\n')
  const lines = file.slice(at + 2).split('\n')
  if (at < 0 || lines.length < 2 || lines.pop() !== '') throw new Error('这不是签过名的检查点。')
  return { text: file.slice(0, at + 1), signatures: lines.map(signatureOf) }
}

function signatureOf(line: string): Signature {
  const [, name = '', said = ''] = lineOf.exec(line) ?? []
  const bytes = Buffer.from(said, 'base64')
  if (name === '' || bytes.length !== 68) throw new Error('签名行写坏了。')
  return { name, keyId: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4) }
}

/** The note as a file holds it. */
export function written({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, keyId, bytes }) => {
    const said = Buffer.concat([Buffer.from(keyId, 'hex'), bytes])
    return `— ${name} ${said.toString('base64')}\n`
  })
  return `${text}\n${lines.join('')}`
}

/** Puts one more signature under a note. Nobody signs twice. */
export function signed({ text, signatures }: Note, name: string, key: KeyObject): Note {
  const { keyId } = verifierOf(name, key)
  if (signatures.some((one) => one.keyId === keyId && one.name === name)) throw new Error(`${name} 已经签过。`)
  return { text, signatures: [...signatures, { name, keyId, bytes: sign(null, Buffer.from(text), key) }] }
}

/** Who signed, of those whose keys are known. A known key's wrong signature spoils the note. */
export function signersOf({ text, signatures }: Note, keys: readonly VerifierKey[]): string[] {
  return signatures.flatMap(({ name, keyId, bytes }) => {
    const known = keys.find((one) => one.name === name && one.keyId === keyId)
    if (!known) return []
    if (!verify(null, Buffer.from(text), known.key, bytes)) throw new Error(`${name} 的签名不对:正文改过,或签名是假的。`)
    return [name]
  })
}

export function verifierOf(name: string, key: KeyObject): VerifierKey {
  if (!/^[^\s+]+$/.test(name)) throw new Error(`签名人的名字不能有空格和加号:${name}`)
  const raw = rawOf(key)
  const keyId = createHash('sha256').update(`${name}\n`).update(ed25519).update(raw).digest('hex').slice(0, 8)
  return { name, keyId, key: createPublicKey({ key: jwk(raw), format: 'jwk' }) }
}

/** A public key on one line, as the other side keeps it. */
export function verifierLine({ name, keyId, key }: VerifierKey): string {
  return `${name}+${keyId}+${Buffer.concat([ed25519, rawOf(key)]).toString('base64')}`
}

/** The public keys of a file, one a line. */
export function readVerifiers(file: string): VerifierKey[] {
  const lines = file.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [, name = '', keyId = '', said = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line.trim()) ?? []
    const bytes = Buffer.from(said, 'base64')
    if (bytes.length !== 33 || bytes[0] !== 1) throw new Error(`这一行不是公钥:${line}`)
    const found = verifierOf(name, createPublicKey({ key: jwk(bytes.subarray(1)), format: 'jwk' }))
    if (found.keyId !== keyId) throw new Error(`公钥和它的编号不符:${line}`)
    return found
  })
}

function rawOf(key: KeyObject): Buffer {
  const { crv, x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' })
  if (crv !== 'Ed25519' || x === undefined) throw new Error('不是 Ed25519 密钥。')
  return Buffer.from(x, 'base64url')
}

function jwk(raw: Buffer) {
  return { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }
}
