/** The door: lists that come as files. What opens a file is the host's (`read.ts`, in a thread), so that a Worker need not carry it. */
export { readSheet } from './read-sheet.ts'
export { dayOf, fenOf, lostDigits, nameOf } from './values.ts'
