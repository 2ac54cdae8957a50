/** The door: the decision. Upper rooms read what it wrote. */
export { decisionHash } from './stages.ts'
