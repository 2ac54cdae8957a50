import { asc } from 'drizzle-orm'
import * as z from 'zod'
import type { Townships } from '../contract/index.ts'
import type { Context } from '../platform/index.ts'
import { county, townships } from '../platform/index.ts'

const villages = z.array(z.string())

/** The county's townships with telephone and villages: public, for choosing where one is. */
export async function listTownships(ctx: Context): Promise<Townships> {
  const [counties, rows] = await ctx.db.reader.batch([
    ctx.db.reader.select({ name: county.name }).from(county),
    ctx.db.reader.select().from(townships).orderBy(asc(townships.code)),
  ])
  return {
    county: counties[0]?.name ?? '',
    townships: rows.map((row) => ({
      code: row.code,
      name: row.name,
      phone: row.phone,
      villages: villages.parse(JSON.parse(row.villages)),
    })),
  }
}
