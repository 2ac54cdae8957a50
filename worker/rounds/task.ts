import type { Services } from '../platform/index.ts'

/** What a task leaves behind for the desk: small, machine-readable, without personal data. */
export type Detail = Record<string, unknown>

/** One go of a task: the Beijing day it is for, the first of the days that had none, and when to leave off. */
export type Round = { day: string; missedSince: string | null; signal: AbortSignal }

/** Work that comes with the time: once each Beijing day, from `dailyAfter` (`02:00`) on. Done twice, it does no more than once. */
export type Task = {
  name: string
  dailyAfter: string
  run(services: Services, round: Round): Promise<Detail>
}

/** Why a task did not get done, in words for the log and fields for the desk. Anything else that is thrown is a bug. */
export class TaskFailed extends Error {
  readonly detail: Detail & { error: string }

  constructor(message: string, detail: Detail & { error: string }, cause?: unknown) {
    super(message, { cause })
    this.detail = detail
  }
}
