/** What a call came to. Pages look at `ok`; they never catch. */
import type { FieldProblem, ProblemCode } from '../../worker/contract/problems.ts'
import { wireWords } from '../labels/problems.ts'
import type { Answer } from './wire.ts'

/** A refusal in words: the server's own, or ours when no answer came. */
export interface Trouble {
  code: ProblemCode | 'offline' | 'slow' | 'unreadable'
  title: string
  fields: FieldProblem[]
  rules: readonly string[]
  offer?: string
  limitFen?: number
  requestId?: string
}

export type Result<Data> = { ok: true; data: Data } | { ok: false; problem: Trouble; retryable: boolean }

export function resultOf<Data>(answer: Answer): Result<Data> {
  if (!answer.came) return trouble(answer.slow ? 'slow' : 'offline')
  if (answer.status >= 200 && answer.status < 300) return { ok: true, data: readable(answer.body) as Data }
  const body = readable(answer.body) as Partial<Trouble> | null
  // 428: the PIN was not given; nothing is lost, the same act may be sent again
  const retryable = answer.status >= 500 || [401, 408, 428, 429].indexOf(answer.status) >= 0
  if (!body || typeof body !== 'object' || typeof body.title !== 'string') return trouble('unreadable', retryable)
  return { ok: false, retryable, problem: { ...body, fields: body.fields ?? [], rules: body.rules ?? [] } as Trouble }
}

/** No answer, or one that is not ours: the server may still have done it, so asking again is right. */
export function trouble(code: 'offline' | 'slow' | 'unreadable', retryable = true): Result<never> {
  return { ok: false, retryable, problem: { code, title: wireWords[code], fields: [], rules: [] } }
}

/** Some phones hand a problem+json body over as text. */
function readable(body: unknown): unknown {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body) as unknown
  } catch {
    return null
  }
}
