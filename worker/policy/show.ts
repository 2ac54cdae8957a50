import type { PublicPolicy } from '../contract/index.ts'
import type { Context } from '../platform/index.ts'
import { beijingDay } from '../platform/index.ts'
import { wholePolicies, wholePolicyOf } from './values.ts'

/** The rules in force, for anybody: standards are set and published by the county (N-30). */
export async function showPolicy(ctx: Context): Promise<PublicPolicy> {
  const [rows] = await ctx.db.read([wholePolicies(beijingDay(ctx.clock()))])
  const row = rows?.[0]
  if (!row) throw new Error('the county has no policy in force')
  return { version: Number(row.version), fromOn: String(row.from_on), ...wholePolicyOf(row) }
}
