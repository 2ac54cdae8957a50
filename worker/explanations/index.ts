/** The door: what is owed after a grant. */
export { filingHash, filingInserts } from './filing.ts'
export { lapseExplanations } from './lapse.ts'
export { fixDue, oweExplanation } from './owe.ts'
export { owedKinds } from './rules.ts'
export { townshipOfGrant } from './township-of-grant.ts'
