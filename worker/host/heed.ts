import { freezeFund, thawFund } from '../fund/index.ts'
import type { Services } from '../platform/index.ts'
import { statement } from '../platform/index.ts'
import type { Finding } from './nightly-verify.ts'

/**
 * What the night's check leads to: a fund whose books do not fit is frozen. Frozen funds go on when nothing at all was
 * found: a check that broke down elsewhere may have hidden them.
 */
export async function heed(services: Services, findings: Finding[]): Promise<void> {
  const [known = [], frozen = []] = await services.db.read([
    statement('SELECT code FROM funds'),
    statement('SELECT fund_code FROM open_freezes'),
  ])
  const funds = new Set(known.map(({ code }) => code))
  for (const { check, bad, funds: wrong } of findings)
    for (const fund of wrong) if (funds.has(fund)) await freezeFund(services, fund, `${check}: ${bad}`)
  if (findings.length > 0) return
  for (const { fund_code: code } of frozen) await thawFund(services, String(code))
}
