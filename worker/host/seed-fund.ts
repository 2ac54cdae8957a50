import type { TownshipSeed } from '../../db/seed/places.ts'
import { countyFundCode, countyQuotaFen, quotaFen } from '../../db/seed/places.ts'
import { confirmProposal } from '../fund/confirm.ts'
import { orderMove } from '../fund/index.ts'
import { issueLetter } from '../identity/issue-letter.ts'
import { addDays, beijingDay } from '../platform/index.ts'
import { confirmClaim } from '../settlement/confirm.ts'
import { makeClaim } from '../settlement/make.ts'
import type { Actor } from './actor.ts'

export type Stage = { township: TownshipSeed; person(key: string): Actor; county(openid: string): Actor; start: Date }

const hour = 3_600_000

/** 委托书 (R-09): for four years; 柳泉镇's ends three weeks after a demo's first start, so that somebody is reminded. */
export async function signLetter({ township, county, start }: Stage): Promise<void> {
  const posts = { action: 'identity.issueLetter', posts: 'anyone' as const }
  const from = beijingDay(start)
  const until = addDays(from, township.code.endsWith('005') ? 205 : 1_500)
  const letter = { number: `示范民委〔${from.slice(0, 4)}〕${Number(township.code.slice(-3))}号`, townshipCode: township.code, ceilingFen: 300_000 }
  await county('county-lingdao')(posts, new Date(start.getTime() + hour / 2), (ctx) =>
    issueLetter(ctx, { ...letter, validFromOn: from, validUntilOn: until }),
  )
}

/** The county signs the letter and fills the fund to its quota; the cashier draws a tenth as cash. Each move has its two people. */
export async function fillFund({ township, person, county, start }: Stage): Promise<void> {
  await signLetter({ township, person, county, start })
  const quota = quotaFen(township.population)
  await allocate({ township, person, county, start }, quota, new Date(start.getTime() + hour), 'A')
  await draw({ township, person, county, start }, Math.round(quota / 10), new Date(start.getTime() + 3 * hour), 'A')
}

/** 拨入 `fen` by 县财政, confirmed by 县救助股 an hour later. */
export async function allocate({ township, county }: Stage, fen: number, at: Date, serial: string): Promise<void> {
  await allocateTo(county, { code: `F${township.code}`, fen, at, serial: `BK${township.code}${serial}` })
}

/** The county's own fund is filled to its quota (N-20). */
export async function fillCountyFund(county: Stage['county'], start: Date): Promise<void> {
  await allocateTo(county, { code: countyFundCode, fen: countyQuotaFen, at: new Date(start.getTime() + hour), serial: 'BKXIAN0001' })
}

async function allocateTo(county: Stage['county'], { code, fen, at, serial }: { code: string; fen: number; at: Date; serial: string }): Promise<void> {
  const posts = { action: 'fund.allocate', posts: 'anyone' as const }
  const order = { event: 'allocate' as const, fen, paper: serial, reason: '县财政拨入备用金' }
  const { proposalId } = await county('county-caizheng')(posts, at, (ctx) => orderMove(ctx, { fund: code }, order))
  await county('county-jiuzhu')({ ...posts, action: 'fund.confirm' }, new Date(at.getTime() + hour), (ctx) =>
    confirmProposal(ctx, code, String(proposalId)),
  )
}

/** 核销 of all that is explained: 财政所, 县救助股 and 县财政 confirm, a day later the county pays the claim. */
export async function replenish({ township, person, county }: Stage, at: Date, serial: string): Promise<void> {
  const code = `F${township.code}`
  const open = (action: string) => ({ action, posts: 'anyone' as const })
  const after = (hours: number) => new Date(at.getTime() + hours * hour)
  const { claimId } = await person('chuna')(open('settlement.claim'), at, (ctx) => makeClaim(ctx, code, {}))
  const three = [person('caizheng'), county('county-jiuzhu'), county('county-caizheng')]
  for (const [n, actor] of three.entries())
    await actor(open('settlement.confirm'), after(n + 1), (ctx) => confirmClaim(ctx, claimId))
  const paid = { event: 'replenish' as const, paper: `BZ${township.code}${serial}`, reason: '县财政补足' }
  await county('county-caizheng')(open('settlement.replenish'), after(24), (ctx) => orderMove(ctx, { claim: claimId }, paid))
}

/** 提现 `fen` by the cashier, confirmed by 财政所 an hour later. */
async function draw({ township, person }: Stage, fen: number, at: Date, serial: string): Promise<void> {
  const code = `F${township.code}`
  const posts = { action: 'fund.withdraw', posts: 'anyone' as const }
  const order = { event: 'withdraw' as const, fen, paper: `QX${township.code}${serial}`, reason: '提现备用,小额现金发放' }
  const { proposalId } = await person('chuna')(posts, at, (ctx) => orderMove(ctx, { fund: code }, order))
  await person('caizheng')({ ...posts, action: 'fund.confirm' }, new Date(at.getTime() + hour), (ctx) =>
    confirmProposal(ctx, code, String(proposalId)),
  )
}
