/** 核销与补足: a claim of cleared payouts, three confirmations, paid as a whole. */
import * as z from 'zod'
import { at, fen, id, page, pageQuery, words } from './shapes.ts'
import { claimStates } from './terms.ts'

/** Left out = every cleared payout that is in no other claim. */
export const makeClaim = z.strictObject({
  payoutIds: z
    .array(z.string().regex(/^gra_[0-9a-z]{16,32}\.\d{1,3}$/, '款项编号不对'))
    .min(1, '至少选一笔')
    .max(1000, '一批最多 1000 笔')
    .optional(),
})
export const claimMade = z.strictObject({
  claimId: id,
  number: z.string(),
  fundCode: z.string(),
  count: z.int(),
  amountFen: fen,
  madeAt: at,
})
export const confirmClaim = z.strictObject({})
/** `confirmations`: 1 财政所, 2 县救助股, 3 县财政; at the third the payouts are claimed. */
export const claimConfirmed = z.strictObject({ claimId: id, confirmations: z.int(), at })
export const dismissClaim = z.strictObject({ reason: words(2, 200) })
export const claimDismissed = z.strictObject({ claimId: id, dismissedAt: at })
export const claimView = z.strictObject({
  id,
  number: z.string(),
  state: z.enum(claimStates),
  count: z.int(),
  amountFen: fen,
  madeAt: at,
  madeBy: z.string().nullable(),
  confirmations: z.array(z.strictObject({ n: z.int(), by: z.string().nullable(), at })),
  actions: z.array(z.enum(['confirm', 'dismiss', 'replenish', 'settle', 'reopen'])),
})
export const claimsQuery = z.strictObject(pageQuery)
export const claimPage = page(claimView)

export type MakeClaim = z.infer<typeof makeClaim>
export type ClaimMade = z.infer<typeof claimMade>
export type ClaimConfirmed = z.infer<typeof claimConfirmed>
export type DismissClaim = z.infer<typeof dismissClaim>
export type ClaimDismissed = z.infer<typeof claimDismissed>
export type ClaimView = z.infer<typeof claimView>
export type ClaimPage = z.infer<typeof claimPage>
