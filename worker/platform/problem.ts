import type { FieldProblem, ProblemCode } from '../contract/index.ts'
import { isProblemCode, problems } from '../contract/index.ts'

export type ProblemDetails = { fields?: FieldProblem[]; offer?: string; limitFen?: number; waitSeconds?: number; title?: string }

/** A refusal in the contract's words. Anything else that is thrown is a bug and becomes `internal`. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, details: ProblemDetails = {}, cause?: unknown) {
    super(problems[code].title, { cause })
    this.code = code
    this.details = details
  }
}

/** One wrong field, refused by a rule rather than by the body's schema. */
export function fieldProblem(field: string, label: string, message: string): ProblemError {
  return new ProblemError('input', { fields: [{ field, label, message }] })
}

/** The schema refuses with a problem's code (`RAISE(ABORT, 'small_cap')`); the driver says what else went wrong. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ProblemError) return error
  const code = 'code' in error ? String(error.code) : ''
  // a trigger's word may stand behind the driver's own; "Unexpected end of JSON input" is no wrong field but a bug
  const word = code.startsWith('SQLITE_CONSTRAINT') ? (/([a-z_]+)$/.exec(error.message)?.[1] ?? '') : error.message
  if (isProblemCode(word)) return new ProblemError(word, {}, error)
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return new ProblemError('busy', {}, error)
  if (/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT|EFBIG)/.test(code)) return new ProblemError('storage_full', {}, error)
  if (/^(SQLITE_(IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN)|EIO|EROFS)/.test(code))
    return new ProblemError('storage_broken', {}, error)
  return error
}
