import { createHash } from 'node:crypto'
import { done } from './crew.ts'
import type { Phone } from './phone.ts'
import { idOf } from './steps.ts'

let files = 0

/** A right list as csv: these people, or one whom nobody knows; no two files are the same. */
export function listFile(people: [name: string, idNumber: string][] = [['赵不识', '990101195001010010']]): Uint8Array {
  files += 1
  return Buffer.from(`名单 ${files}\n姓名,身份证号\n${people.map((one) => one.join(',')).join('\n')}`)
}

type Wish = { program?: string; fromOn?: string; toOn?: string; townshipCode?: string; sha256?: string }

/** What stands behind the `?`; with the file it is that of the import. */
export function listQuery(wish: Wish = {}, file?: Uint8Array): string {
  const hash = file ? { sha256: createHash('sha256').update(file).digest('hex') } : {}
  return new URLSearchParams({ program: 'DIBAO', fromOn: '2026-09-01', toOn: '2027-08-31', ...hash, ...wish }).toString()
}

/** Brings a list; its id. */
export async function newList(phone: Phone, file: Uint8Array = listFile(), wish: Wish = {}): Promise<string> {
  return idOf(await done(phone.file(`/programs/lists?${listQuery(wish, file)}`, file)), 'listId')
}
