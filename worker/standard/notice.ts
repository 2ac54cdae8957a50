import type { NoticeState } from '../contract/index.ts'
import type { Row, Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** The notice that counts for a request: what it lets a leader grant, and from when. */
export type Notice = { id: string; fen: number; days: number; postedOn: string; untilOn: string; state: NoticeState }

/** A fact: the request's standing notice, as the schema reads it (`standing_notices`). */
export function noticeFact(requestId: string): Statement {
  return statement('SELECT * FROM standing_notices WHERE request_id = ?', requestId)
}

/** Null where none hangs out, or an objection that was right has ended it. `on`: the Beijing day it is asked for. */
export function noticeOf(row: Row | undefined, on: string): Notice | null {
  if (!row) return null
  const untilOn = String(row.until_on)
  const state = Number(row.open_objections) > 0 ? 'stopped' : untilOn >= on ? 'running' : 'finished'
  return { id: String(row.id), fen: Number(row.fen), days: Number(row.days), postedOn: String(row.posted_on), untilOn, state }
}
