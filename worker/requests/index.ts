/** The door: requests, their people and households. */
export { lookalikes } from './person.ts'
export { townshipOf } from './township-of.ts'
