/** The door: requests, their people and households. */
export { showHousehold } from './show-household.ts'
export { nearIndexes } from './near-names.ts'
export { lookalikes } from './person.ts'
export { townshipOf } from './township-of.ts'
