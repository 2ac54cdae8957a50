/** The reserve fund and its ledger (F-4). */
import * as z from 'zod'
import { at, fen, formFen, id, on, page, pageQuery, words } from './shapes.ts'
import { events, fundOrders, imprestParts, ledgerOrders, places } from './terms.ts'

const order = { amountFen: formFen, on: on.optional(), reason: words(2, 200) }
const serial = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{4,40}$/, '银行流水号是 4 到 40 位字母或数字')
/** 拨入, 上缴, 提现, 存回, 利息, 手续费, 待查款: each a line of the bank's statement, each with its serial. */
export const fundOrder = z.strictObject({ ...order, bankSerial: serial })
/** The bank did not pay: no money moved at the bank, so there is no serial. */
export const rejectOrder = z.strictObject({ reason: words(2, 200) })
/** The whole payout came back (退票). */
export const bounceOrder = z.strictObject({ on: on.optional(), bankSerial: serial, reason: words(2, 200) })
/** A decision on paper (不予认可, 核销损失, 补足后追回): its number, and how much of the payout. */
export const decidedOrder = z.strictObject({
  amountFen: formFen,
  decisionNumber: z.string().trim().regex(/^[\p{L}\p{N}〔〕()()【】号第_-]{2,60}$/u, '决定书文号写 2 到 60 个字,不要空格'),
  reason: words(2, 200),
})
/** The whole claim is paid by the county (补足). */
export const replenishOrder = z.strictObject({ on: on.optional(), bankSerial: serial, reason: words(2, 200) })
export const settleOrder = z.strictObject({ decisionNumber: decidedOrder.shape.decisionNumber, reason: words(2, 200) })
export const reopenOrder = z.strictObject({ reason: words(2, 200) })
/** 结账: the last day of a month that is over. */
export const closeMonth = z.strictObject({ untilOn: on })
export const closed = z.strictObject({ fundCode: z.string(), untilOn: on, at })
export const undo = z.strictObject({ entrySeq: z.int('请填写要冲正的笔数').min(1), reason: words(2, 200) })
/** Taken back by who made it, or turned down by who would confirm. */
export const dismissProposal = z.strictObject({ reason: words(2, 200) })
export const dismissed = z.strictObject({ proposalId: id, dismissedAt: at })
export const confirmProposal = z.strictObject({})

/** A move that needs a second person waits as a proposal; the others stand in the ledger at once. */
export const ordered = z.strictObject({
  fundCode: z.string(),
  proposalId: id.nullable(),
  entrySeq: z.int().nullable(),
  at,
  availableFen: fen,
})

export const balance = z.strictObject({ place: z.enum(places), fen })
export const fundView = z.strictObject({
  code: z.string(),
  townshipName: z.string(),
  quotaFen: fen,
  availableFen: fen,
  cashFen: fen,
  low: z.boolean(),
  heldFen: fen,
  shortFen: fen,
  balances: z.array(balance),
  entryCount: z.int(),
  head: z.string(),
  proposals: z.array(
    z.strictObject({
      id,
      order: z.enum(ledgerOrders),
      grantNumber: z.string().nullable(),
      claimNumber: z.string().nullable(),
      amountFen: fen,
      on,
      madeAt: at,
      madeBy: z.string().nullable(),
      reason: z.string().nullable(),
      bankSerial: z.string().nullable(),
      undoes: z.int().nullable(),
      mine: z.boolean(),
      /** Whether this caller's post may be the second person of just this order. */
      mayConfirm: z.boolean(),
    }),
  ),
  /** The caller's own orders that a second person turned down in the last 30 days, newest first. */
  turnedDown: z.array(
    z.strictObject({
      id,
      order: z.enum(ledgerOrders),
      amountFen: fen,
      dismissedAt: at,
      dismissedBy: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  /** Set while the books of this fund do not add up: nothing can be entered until they do (I1-I13). */
  frozen: z.strictObject({ at, finding: z.string() }).nullable(),
  /** The last day that is closed (结账); null before the first closing. */
  closedUntil: on.nullable(),
  /** quota - entrusted = gap; the parts are what made the entrusted sum. */
  imprest: z.strictObject({
    quotaFen: fen,
    entrustedFen: fen,
    gapFen: fen,
    unknownFen: fen,
    parts: z.array(z.strictObject({ part: z.enum(imprestParts), amountFen: fen })),
  }),
  actions: z.array(z.enum([...fundOrders, 'confirm', 'close', 'claim'])),
})
export const funds = z.strictObject({
  items: z.array(
    z.strictObject({
      code: z.string(),
      townshipName: z.string(),
      quotaFen: fen,
      availableFen: fen,
      cashFen: fen,
      low: z.boolean(),
      frozen: z.boolean(),
    }),
  ),
})
export const entryView = z.strictObject({
  seq: z.int(),
  /** 凭证号: gapless per fund and year of booking. */
  voucherYear: z.int(),
  voucher: z.int(),
  on,
  at,
  event: z.enum(events),
  debit: z.enum(places),
  credit: z.enum(places),
  amountFen: fen,
  grantNumber: z.string().nullable(),
  requestId: id.nullable(),
  claimNumber: z.string().nullable(),
  paper: z.string().nullable(),
  madeBy: z.string().nullable(),
  checkedBy: z.string().nullable(),
  /** What could be granted by transfer, and in cash, after this entry: the last row is the fund's card. */
  availableFen: fen,
  cashFen: fen,
  undoes: z.int().nullable(),
  hash: z.string(),
})
export const entriesQuery = z.strictObject(pageQuery)
export const entryPage = page(entryView)

export type CloseMonth = z.infer<typeof closeMonth>
export type Closed = z.infer<typeof closed>
export type Undo = z.infer<typeof undo>
export type DismissProposal = z.infer<typeof dismissProposal>
export type Dismissed = z.infer<typeof dismissed>
export type Ordered = z.infer<typeof ordered>
export type FundView = z.infer<typeof fundView>
export type Funds = z.infer<typeof funds>
export type EntryView = z.infer<typeof entryView>
export type EntryPage = z.infer<typeof entryPage>
