/** The decision, its payment and its cancellation. */
import * as z from 'zod'
import { explanationView } from './explanations.ts'
import { at, fen, formFen, id, on, words } from './shapes.ts'
import { formulaKinds, formulaStandards } from './terms-policy.ts'
import { channels, payoutOrders, payoutSteps, tracks } from './terms.ts'

/** Goods handed out under the same number (C-04); recorded, not debited from the fund. */
export const goods = z.strictObject({
  name: words(1, 40),
  quantity: z.int('数量要用整数').min(1, '数量要大于 0').max(10000, '数量太大'),
  valueFen: formFen.optional(),
})
/** 救助核算过程 (F-1, N-31): 低保 x persons x months or days; `light` = within the cap of a slight emergency, nothing to count. */
export const formula = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('light') }),
    z.strictObject({
      kind: z.enum(['months', 'days']),
      base: z.enum(formulaStandards, '请选择城镇或农村低保'),
      persons: z.int().min(1, '至少 1 人').max(99, '人数太多,请检查'),
      count: z.int().min(1, '至少 1').max(999, '太长,请检查'),
    }),
  ],
  '请选择按月、按天或轻微急难',
)
export const makeGrant = z.strictObject({
  track: z.enum(tracks, '请选择办理方式'),
  amountFen: formFen,
  channel: z.enum(channels, '请选择转账或现金'),
  /** The payee that the approver saw; another one since then is refused. */
  payeeId: id.optional(),
  goods: z.array(goods).max(20, '最多 20 样').optional(),
  /** 一次审批、分阶段救助 (N-21): the stages, which together make the sum; left out = at once. */
  payouts: z
    .array(z.strictObject({ amountFen: formFen, plannedOn: on.optional() }))
    .min(2, '分阶段至少两次')
    .max(12, '最多分 12 次')
    .optional(),
  formula: formula.optional(),
  reason: words(2, 500),
})
export const granted = z.strictObject({
  grantId: id,
  number: z.string(),
  requestId: id,
  track: z.enum(tracks),
  amountFen: fen,
  channel: z.enum(channels),
  grantedAt: at,
  explanationDays: z.int(),
  fund: z.strictObject({ code: z.string(), availableFen: fen }),
})
export const cancelGrant = z.strictObject({ reason: words(2, 500) })
export const cancelled = z.strictObject({
  grantId: id,
  cancelledAt: at,
  fund: z.strictObject({ code: z.string(), availableFen: fen }),
})
/** One stage that is not needed any more; the others stay. */
export const cancelPayout = z.strictObject({ reason: words(2, 500) })
export const payoutCancelled = z.strictObject({
  grantId: id,
  payout: z.int(),
  cancelledAt: at,
  fund: z.strictObject({ code: z.string(), availableFen: fen }),
})

export const sendPayout = z.strictObject({})
/** Bank: `bankSerial` and the day it says; cash: the slip's photo (F-12), then a second officer countersigns. */
export const payPayout = z.strictObject({
  bankSerial: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z-]{4,40}$/, '银行流水号是 4 到 40 位字母或数字')
    .optional(),
  paidOn: on.optional(),
  slipEvidenceId: id.optional(),
})
/** The second officer was there when the cash was handed over (F-12). */
export const countersignPayout = z.strictObject({})
/** A slip that nobody can sign any more (blurred, nobody there): a new one is taken. */
export const voidSlip = z.strictObject({ reason: words(2, 200) })
export const slipVoided = z.strictObject({ grantId: id, payout: z.int(), voidedAt: at })
export const payoutStep = z.strictObject({
  grantId: id,
  payout: z.int(),
  step: z.enum(['sent', 'cash_handed', 'paid']),
  at,
  dueOn: on.nullable(),
  dueProvisional: z.boolean(),
})

export const payoutView = z.strictObject({
  payout: z.int(),
  amountFen: fen,
  channel: z.enum(channels),
  step: z.enum(payoutSteps),
  sentAt: at.nullable(),
  paidOn: on.nullable(),
  bankSerial: z.string().nullable(),
  slipEvidenceId: id.nullable(),
  plannedOn: on.nullable(),
  /** What may be recovered (应追回). */
  recoverableFen: fen,
  /** What this caller may order of it by hand: 银行拒付, 退票, 不予认可, 追回 ... */
  orders: z.array(z.enum(payoutOrders)),
})
export const grantView = z.strictObject({
  id,
  number: z.string(),
  track: z.enum(tracks),
  amountFen: fen,
  grantedAt: at,
  grantedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** How the sum was worked out, by the standard of its day; `words` is ready to show. Null: it was set outright. */
  formula: z
    .strictObject({
      kind: z.enum(formulaKinds),
      base: z.enum(formulaStandards).nullable(),
      persons: z.int().nullable(),
      count: z.int().nullable(),
      words: z.string(),
    })
    .nullable(),
  goods: z.array(z.strictObject({ name: z.string(), quantity: z.int(), valueFen: fen.nullable() })),
  cancelledAt: at.nullable(),
  payouts: z.array(payoutView),
  explanation: explanationView.nullable(),
})

export type MakeGrant = z.infer<typeof makeGrant>
export type Granted = z.infer<typeof granted>
export type CancelGrant = z.infer<typeof cancelGrant>
export type Cancelled = z.infer<typeof cancelled>
export type CancelPayout = z.infer<typeof cancelPayout>
export type PayoutCancelled = z.infer<typeof payoutCancelled>
export type VoidSlip = z.infer<typeof voidSlip>
export type SlipVoided = z.infer<typeof slipVoided>
export type PayPayout = z.infer<typeof payPayout>
export type PayoutStep = z.infer<typeof payoutStep>
export type GrantView = z.infer<typeof grantView>
