/** The door: the walk of the fen. Upper rooms append entries behind the head they read, or order moves by hand. */
export type { Entry, FundHead } from './entry.ts'
export { entryFields, entryInserts, fundHead, fundHeadOf } from './entry.ts'
export { freezeFund, thawFund } from './freeze.ts'
export { orderMove } from './order.ts'
