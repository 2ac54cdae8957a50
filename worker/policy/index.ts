/** The door: the county's rules as dated data, and what they say to a wish. */
export * from './due.ts'
export * from './policy.ts'
export * from './values.ts'
