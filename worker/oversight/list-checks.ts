import type { ChecksView, Lack, LackKind, PostKind } from '../contract/index.ts'
import { lackKinds, neededCountyPosts, neededTownshipPosts } from '../contract/index.ts'
import { signedIn } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { addDays, beijingDay, statement } from '../platform/index.ts'

/** A letter that ends within so many days is told beforehand. */
const letterWarningDays = 30
/** The State Council publishes the next year's holidays in late autumn (N-22); from this month on the list is missed. */
const listMonth = 12

/** 开通检查: posts without a person, townships without a letter, opening balances that do not meet the first 拨入, years without holidays. */
export async function listChecks(ctx: Context): Promise<ChecksView> {
  await signedIn(ctx)
  const now = ctx.clock()
  const today = beijingDay(now)
  const years = yearsAsked(today)
  const answers = await ctx.db.read([
    postsAsked(now.toISOString()),
    statement(
      `SELECT t.name AS area, t.code, (SELECT until_on FROM live_letters WHERE township_code = t.code AND ?1 BETWEEN from_on AND until_on
         ORDER BY signed_at DESC, id DESC LIMIT 1) AS until_on FROM townships t ORDER BY t.code`,
      today,
    ),
    statement(
      `SELECT coalesce(t.name, (SELECT name FROM county)) AS area, t.code, o.fen AS stated,
         (SELECT e.fen FROM entries e WHERE e.fund_code = o.fund_code AND e.event = 'allocate' AND NOT EXISTS (
            SELECT 1 FROM entries u WHERE u.fund_code = e.fund_code AND u.undoes = e.seq) ORDER BY e.seq LIMIT 1) AS allocated
       FROM opening_balances o JOIN funds f ON f.code = o.fund_code LEFT JOIN townships t ON t.code = f.township_code
       WHERE o.fen > 0 ORDER BY o.fund_code`,
    ),
    statement(
      `SELECT value AS year, (SELECT name FROM county) AS area, EXISTS (SELECT 1 FROM calendar_days WHERE day BETWEEN value || '-01-01' AND value || '-12-31')
         AND NOT EXISTS (SELECT 1 FROM calendar_days WHERE official = 0 AND day BETWEEN value || '-01-01' AND value || '-12-31') AS official
       FROM json_each(?)`,
      JSON.stringify(years),
    ),
  ])
  const [posts = [], letters = [], openings = [], calendars = []] = answers
  const items = [
    ...posts.filter((row) => row.held === 0).map((row) => lack('post', row, { post: row.kind as PostKind })),
    ...letters.flatMap((row) => letterLack(row, addDays(today, letterWarningDays))),
    ...openings.flatMap(openingLack),
    ...calendars.filter((row) => row.official === 0).map((row) => lack('calendar', row, { year: Number(row.year) })),
  ]
  const rank = (one: Lack) => lackKinds.indexOf(one.kind)
  return { asked: answers.reduce((sum, rows) => sum + rows.length, 0), items: items.toSorted((a, b) => rank(a) - rank(b)) }
}

const yearsAsked = (today: string): number[] => {
  const year = Number(today.slice(0, 4))
  return Number(today.slice(5, 7)) >= listMonth ? [year, year + 1] : [year]
}

function postsAsked(at: string): Statement {
  return statement(
    `SELECT p.kind, t.code, coalesce(t.name, (SELECT name FROM county)) AS area, EXISTS (
         SELECT 1 FROM posts o WHERE o.kind = p.kind AND o.township_code IS t.code AND o.from_at <= ?1 AND (o.until_at IS NULL OR o.until_at > ?1)) AS held
     FROM (SELECT value AS kind, 0 AS county FROM json_each(?2) UNION ALL SELECT value, 1 FROM json_each(?3)) p
     LEFT JOIN townships t ON p.county = 0 ORDER BY t.code, p.kind`,
    at,
    JSON.stringify(neededTownshipPosts),
    JSON.stringify(neededCountyPosts),
  )
}

function letterLack(row: Row, soon: string): Lack[] {
  if (row.until_on === null) return [lack('letter', row, {})]
  return String(row.until_on) < soon ? [lack('letterEnds', row, { untilOn: String(row.until_on) })] : []
}

function openingLack(row: Row): Lack[] {
  const stated = { statedFen: Number(row.stated) }
  if (row.allocated === null) return [lack('openingWaits', row, stated)]
  return row.allocated === row.stated ? [] : [lack('opening', row, { ...stated, allocatedFen: Number(row.allocated) })]
}

function lack(kind: LackKind, row: Row, more: Partial<Lack>): Lack {
  const townshipCode = typeof row.code === 'string' ? row.code : null
  return { kind, area: String(row.area), townshipCode, post: null, statedFen: null, allocatedFen: null, untilOn: null, year: null, ...more }
}
