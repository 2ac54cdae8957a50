/** The door: claims of what is explained, and their payment by the county. */
export { fundOfClaim } from './of-claim.ts'
