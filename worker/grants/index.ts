/** The door: the decision. Upper rooms read what it wrote. */
export { countyCapOf } from './propose-county.ts'
export { decisionHash } from './stages.ts'
