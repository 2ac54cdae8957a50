/** The reserve fund and its ledger (F-4). */
import * as z from 'zod'
import { at, fen, formFen, id, on, page, pageQuery, words } from './shapes.ts'
import { events, fundOrders, places } from './terms.ts'

const order = { amountFen: formFen, on: on.optional(), reason: words(2, 200) }
const serial = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{4,40}$/, '银行流水号是 4 到 40 位字母或数字')
export const allocate = z.strictObject({ ...order, bankSerial: serial })
export const withdraw = z.strictObject({ ...order, bankSerial: serial })
export const deposit = z.strictObject({ ...order, bankSerial: serial })
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
      order: z.enum(fundOrders),
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
      order: z.enum(fundOrders),
      amountFen: fen,
      dismissedAt: at,
      dismissedBy: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  actions: z.array(z.enum(['allocate', 'withdraw', 'deposit', 'undo', 'confirm'])),
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
    }),
  ),
})
export const entryView = z.strictObject({
  seq: z.int(),
  on,
  at,
  event: z.enum(events),
  debit: z.enum(places),
  credit: z.enum(places),
  amountFen: fen,
  grantNumber: z.string().nullable(),
  requestId: id.nullable(),
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

export type Allocate = z.infer<typeof allocate>
export type Withdraw = z.infer<typeof withdraw>
export type Deposit = z.infer<typeof deposit>
export type Undo = z.infer<typeof undo>
export type DismissProposal = z.infer<typeof dismissProposal>
export type Dismissed = z.infer<typeof dismissed>
export type ConfirmProposal = z.infer<typeof confirmProposal>
export type Ordered = z.infer<typeof ordered>
export type FundView = z.infer<typeof fundView>
export type Funds = z.infer<typeof funds>
export type EntryView = z.infer<typeof entryView>
export type EntryPage = z.infer<typeof entryPage>
