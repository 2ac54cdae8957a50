import type { PublicPolicy } from '../contract/index.ts'
import type { Context } from '../platform/index.ts'
import { beijingDay } from '../platform/index.ts'
import { policyFact, policyOf } from './policy.ts'

/** The rules in force, for anybody: standards are set and published by the county (N-30). */
export async function showPolicy(ctx: Context): Promise<PublicPolicy> {
  const [rows] = await ctx.db.read([policyFact(beijingDay(ctx.clock()))])
  const { lowFundPercent: _, ...policy } = policyOf(rows?.[0])
  return { ...policy, fromOn: String(rows?.[0]?.from_on), dibaoFen: Number(rows?.[0]?.dibao_fen) }
}
