import type { CauseCode, NoticePage, NoticesQuery, PublicNotice } from '../contract/index.ts'
import { maskedName, personCell } from '../identity/index.ts'
import { hasLastingCost } from '../policy/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { beijingDay, statement, textOpen } from '../platform/index.ts'
import { noticeOf } from './notice.ts'

/**
 * What hangs out now, for anybody (F-7, D-12): a name of which only the first character shows, the village without its door
 * numbers, the class of the cause, the sum. What is decided, refused or withdrawn is taken down.
 */
export async function listNotices(ctx: Context, query: NoticesQuery): Promise<NoticePage> {
  const on = beijingDay(ctx.clock())
  const limit = query.limit ?? 30
  const [rows = []] = await ctx.db.read([
    statement(
      `SELECT s.*, r.cause_code, r.person_id, t.name AS township_name, t.phone AS township_phone, p.name_cipher, p.id_number_cipher,
         r.village_text_id, v.cipher AS village
       FROM standing_notices s JOIN undecided_requests u ON u.id = s.request_id JOIN requests r ON r.id = s.request_id
       JOIN townships t ON t.code = r.township_code JOIN persons p ON p.id = r.person_id LEFT JOIN texts v ON v.id = r.village_text_id
       WHERE (s.open_objections > 0 OR s.until_on >= ?1) AND (?2 = '' OR r.township_code = ?2) AND (?3 = '' OR s.id < ?3)
       ORDER BY s.id DESC LIMIT ?4`,
      on,
      query.townshipCode ?? '',
      query.after ?? '',
      limit + 1,
    ),
  ])
  const items = rows.slice(0, limit).map((row) => publicly(ctx, row, on))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

function publicly(ctx: Context, row: Row, on: string): PublicNotice {
  const notice = noticeOf(row, on)
  if (!notice) throw new Error('a notice without its row')
  const personId = String(row.person_id)
  const idNumber = personCell(ctx.cipher, 'id_number', personId, row.id_number_cipher)
  const name = personCell(ctx.cipher, 'name', personId, row.name_cipher)
  return {
    id: notice.id,
    townshipName: String(row.township_name),
    townshipPhone: String(row.township_phone),
    village: villageOf(textOpen(ctx.cipher, row.village_text_id, row.village)),
    name: isMinor(idNumber, on) ? '未成年人' : name === null ? '姓名待核' : maskedName(name),
    causeClass: hasLastingCost(row.cause_code as CauseCode) ? 'expenditure' : 'emergency',
    amountFen: notice.fen,
    postedOn: notice.postedOn,
    untilOn: notice.untilOn,
    state: notice.state,
  }
}

/** Under 18 on this day by the id number; without one nothing is known, and nothing more is shown. */
function isMinor(idNumber: string | null, on: string): boolean {
  return idNumber !== null && Number(on.replaceAll('-', '')) - Number(idNumber.slice(6, 14)) < 180_000
}

/** Up to the village's or community's own name: a group or door number behind it is nobody's business. */
function villageOf(text: string | null): string | null {
  return /^[\p{Script=Han}]{1,12}?(?:村|社区|居委会|嘎查)/u.exec(text ?? '')?.[0] ?? null
}
