/** The door: who is asking, what he may, and the one way to change anything. */
export type { Caller, HeldPost } from './caller.ts'
export { callerFact, callerOf, handles, holds, inScope, scopeOf, signedIn } from './caller.ts'
export type { Change, Deed, Step } from './change.ts'
export { change } from './change.ts'
export type { Timed, TimedStep } from './timer.ts'
export { timed } from './timer.ts'
export { maskedIdNumber, maskedName, maskedPhone, personCell } from './names.ts'
