import type { CheckList } from '../contract/index.ts'
import type { Row, Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** A fact: the list of this programme and area that counts now. */
export function currentFact({ program, townshipCode }: CheckList): Statement {
  return statement('SELECT id, sha256, from_on, until_on, people FROM current_lists WHERE program = ? AND township_code IS ?', program, townshipCode ?? null)
}

/** Whether the very file counts already, with the same days. */
export function isCurrent(current: Row | undefined, list: CheckList, sha256: string): boolean {
  return current?.sha256 === sha256 && current.from_on === list.fromOn && current.until_on === list.toOn
}
