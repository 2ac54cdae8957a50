import type { FundView } from '../contract/index.ts'
import { fundOrders } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import type { Row, Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

type Action = FundView['actions'][number]

/** A fact: what one of the caller's posts lets him order of this fund, from `moves`; the schema still decides. */
export function actionsFact(code: string, caller: Caller, now: Date): Statement {
  return statement(
    `WITH mine AS (
       SELECT p.kind FROM fund_posts p WHERE p.fund_code = ?1 AND p.person_id = ?2 AND p.from_at <= ?3 AND (p.until_at IS NULL OR p.until_at > ?3))
     SELECT m.event AS action FROM moves m JOIN mine ON instr(m.makers, ',' || mine.kind || ',') > 0 WHERE m.via = 'order' AND m.per = 'fund'
     UNION SELECT 'undo' FROM moves m JOIN mine ON instr(m.undo_makers, ',' || mine.kind || ',') > 0
     UNION SELECT 'confirm' FROM moves m JOIN mine ON instr(m.checkers, ',' || mine.kind || ',') > 0 WHERE m.via = 'order' AND m.per = 'fund'
     UNION SELECT 'claim' FROM moves m JOIN mine ON instr(m.makers, ',' || mine.kind || ',') > 0 WHERE m.event = 'claim'
       AND EXISTS (SELECT 1 FROM funds WHERE code = ?1 AND township_code IS NOT NULL)
     UNION SELECT 'close' FROM mine WHERE kind = 'finance_reviewer'`,
    code,
    caller.personId,
    now.toISOString(),
  )
}

const inOrder: readonly Action[] = [...fundOrders, 'confirm', 'close', 'claim']

export function actionsOf(rows: Row[]): Action[] {
  const may = new Set(rows.map((row) => row.action))
  return inOrder.filter((action) => may.has(action))
}
