/** The door: the walk of the fen. Upper rooms append entries behind the head they read. */
export type { Entry, FundHead } from './entry.ts'
export { entryFields, entryInsert, fundHead, fundHeadOf } from './entry.ts'
