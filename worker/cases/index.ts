/** The door: the whole file of a case (一案一档), read from every room below. */
export { actionsFor, caseOf } from './case.ts'
