/** Drizzle tables, for typed reads. */
export * from './county.ts'
export * from './fund.ts'
export * from './grants.ts'
export * from './posts.ts'
export * from './people.ts'
export * from './requests.ts'
export * from './rounds.ts'
export * from './settlement.ts'
