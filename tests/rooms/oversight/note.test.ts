import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { noteOf, readVerifiers, signed, signersOf, verifierLine, verifierOf, written } from '../../../worker/oversight/checkpoint/note.ts'

/** The example of the package that brought signed notes up (golang.org/x/mod/sumdb/note). */
const publishedKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n'
const published = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`
const key = () => generateKeyPairSync('ed25519').privateKey

it('reads and believes a note that another program signed, and writes it as it was', () => {
  const note = noteOf(published)
  expect(signersOf(note, readVerifiers(publishedKey))).toEqual(['PeterNeumann'])
  expect(written(note)).toBe(published)
  expect(readVerifiers(publishedKey).map(verifierLine)).toEqual([publishedKey.trim()])
})

it('a changed text or a changed signature spoils the note; an unknown signer counts for nothing', () => {
  const keys = readVerifiers(publishedKey)
  expect(() => signersOf(noteOf(published.replace('answer', 'anxwer')), keys)).toThrow(/PeterNeumann 的签名不对/)
  expect(() => signersOf(noteOf(published.replace('RyyBwJ', 'RyyBwK')), keys)).toThrow(/PeterNeumann 的签名不对/)
  expect(signersOf(noteOf(published), [])).toEqual([])
})

it('two parties sign one text, each once', () => {
  const [county, audit] = [key(), key()]
  const one = signed({ text: 'xianjiu/1\n', signatures: [] }, 'xianjiu/1', county)
  const two = noteOf(written(signed(one, 'audit.example', audit)))
  expect(signersOf(two, [verifierOf('xianjiu/1', county), verifierOf('audit.example', audit)])).toEqual(['xianjiu/1', 'audit.example'])
  expect(() => signed(two, 'audit.example', audit)).toThrow('audit.example 已经签过。')
  // the right name with another key is another signer
  expect(signersOf(two, [verifierOf('audit.example', county)])).toEqual([])
})

it('a public key that does not fit its id, or is none, is refused', () => {
  for (const line of [publishedKey.replace('c74f20a3', 'c74f20a4'), publishedKey.replace('Rpc', 'Rpd'), 'PeterNeumann', 'a+00000000+AQ=='])
    expect(() => readVerifiers(line), line).toThrow(/公钥/)
  expect(() => verifierOf('two words', key())).toThrow(/不能有空格/)
})

it('what is no note is no note', () => {
  for (const file of ['', 'text\n', 'text\n\n', 'text\n\n— name AAAA\n', published.trimEnd()]) expect(() => noteOf(file), JSON.stringify(file)).toThrow()
})
