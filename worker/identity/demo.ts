import type { DemoPeople } from '../contract/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError } from '../platform/index.ts'

/** The demo county's people with a fixed sandbox code each. Refuses outside a demo: demo_only. */
export async function demoPeople(ctx: Context): Promise<DemoPeople> {
  if (!ctx.demo) throw new ProblemError('demo_only')
  return { pin: ctx.demoPin ?? '', people: ctx.demo.map(({ openid, name, about }) => ({ openid, name, about, code: `demo-${openid}` })) }
}
