import * as z from 'zod'
import type { Townships } from '../contract/index.ts'
import type { Context } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

const villages = z.array(z.string())

/** The county's townships with telephone and villages: public, for choosing where one is. */
export async function listTownships(ctx: Context): Promise<Townships> {
  const [county, rows] = await ctx.db.read([
    statement('SELECT name FROM county'),
    statement('SELECT code, name, phone, villages FROM townships ORDER BY code'),
  ])
  return {
    county: String(county?.[0]?.name ?? ''),
    townships: (rows ?? []).map((row) => ({
      code: String(row.code), name: String(row.name), phone: String(row.phone), villages: villages.parse(JSON.parse(String(row.villages))),
    })),
  }
}
