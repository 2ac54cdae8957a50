import * as z from 'zod'

/** The words of Hrana over HTTP, version 2, JSON (github.com/tursodatabase/libsql, docs/HRANA_2_SPEC.md). */
const wireValue = z.discriminatedUnion('type', [
  z.object({ type: z.literal('null') }),
  z.object({ type: z.literal('integer'), value: z.string().regex(/^-?\d{1,19}$/) }),
  z.object({ type: z.literal('float'), value: z.number() }),
  z.object({ type: z.literal('text'), value: z.string() }),
  z.object({ type: z.literal('blob'), base64: z.string() }),
])
const sqlOrId = { sql: z.string().nullish(), sql_id: z.int().nullish() }
const wireStatement = z.object({
  ...sqlOrId,
  args: z.array(wireValue).default([]),
  want_rows: z.boolean().nullish(),
  named_args: z.array(z.object({ name: z.string(), value: wireValue })).default([]),
})
const condition = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['ok', 'error']), step: z.int().min(0) }),
  z.object({ type: z.literal('is_autocommit') }),
  z.object({
    type: z.literal('not'),
    get cond() {
      return condition
    },
  }),
  z.object({
    type: z.enum(['and', 'or']),
    get conds() {
      return z.array(condition)
    },
  }),
])
const wireStep = z.object({ stmt: wireStatement, condition: condition.nullish() })
const wireRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('execute'), stmt: wireStatement }),
  z.object({ type: z.literal('batch'), batch: z.object({ steps: z.array(wireStep) }) }),
  z.object({ type: z.enum(['sequence', 'describe']), ...sqlOrId }),
  z.object({ type: z.literal('store_sql'), sql_id: z.int(), sql: z.string() }),
  z.object({ type: z.literal('close_sql'), sql_id: z.int() }),
  z.object({ type: z.enum(['get_autocommit', 'close']) }),
])
export const pipelineBody = z.object({ baton: z.string().nullish(), requests: z.array(wireRequest) })

export type WireValue = z.infer<typeof wireValue>
export type WireStatement = z.infer<typeof wireStatement>
export type WireRequest = z.infer<typeof wireRequest>
export type Condition =
  | { type: 'ok'; step: number }
  | { type: 'error'; step: number }
  | { type: 'is_autocommit' }
  | { type: 'not'; cond: Condition }
  | { type: 'and'; conds: Condition[] }
  | { type: 'or'; conds: Condition[] }
export type WireError = { message: string; code: string }
export type StatementResult = {
  cols: { name: string; decltype: string | null }[]
  rows: WireValue[][]
  affected_row_count: number
  last_insert_rowid: string | null
}
export type WireResponse = { type: WireRequest['type']; result?: unknown; is_autocommit?: boolean }

export type SqlValue = null | bigint | number | string | Uint8Array

/** Integers travel as text, so that 64 bits arrive exact. */
export function fromWire(value: WireValue): SqlValue {
  if (value.type === 'null') return null
  if (value.type === 'blob') return Buffer.from(value.base64, 'base64')
  if (value.type !== 'integer') return value.value
  const whole = BigInt(value.value)
  if (BigInt.asIntN(64, whole) !== whole) throw new HranaError('integer does not fit into 64 bits', 'ARGS_INVALID')
  return whole
}

export function toWire(value: SqlValue): WireValue {
  if (value === null) return { type: 'null' }
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) }
  if (typeof value === 'number') return { type: 'float', value }
  if (typeof value === 'string') return { type: 'text', value }
  return { type: 'blob', base64: Buffer.from(value).toString('base64') }
}

/** What a request is answered with instead of a result; `code` as libsql-server writes it. */
export class HranaError extends Error {
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

/** SQLite's own sentence stays at the end: a schema's refusal (`RAISE(ABORT, 'small_cap')`) is read from there. */
export function wireError(error: unknown): WireError {
  if (error instanceof HranaError) return { message: error.message, code: error.code }
  const message = error instanceof Error ? error.message : String(error)
  const primary = /^SQLITE_[A-Z]+/.exec(error instanceof Error && 'code' in error ? String(error.code) : '')?.[0]
  return { message: `SQLite error: ${message}`, code: primary ?? 'SQLITE_UNKNOWN' }
}
