/** An exception for one request: asked by its township, consented by the county (N-32, N-42). */
import * as z from 'zod'
import { at, id, words } from './shapes.ts'
import { exceptionCodes } from './terms-household.ts'

export const askException = z.strictObject({ code: z.enum(exceptionCodes, '请选择哪一种例外'), reason: words(4, 500) })
/** `stands`: whether it already counts, as 跨年仍困难 does; else the county answers. */
export const exceptionAsked = z.strictObject({ id, n: z.int(), askedAt: at, stands: z.boolean() })
export const answerException = z.strictObject({ consent: z.boolean('请选择同意或不同意'), reason: words(2, 500) })
export const exceptionAnswered = z.strictObject({ id, n: z.int(), consent: z.boolean(), answeredAt: at })

/** `consent`: null while the county has not answered. Words only for who handles the case. */
export const exceptionView = z.strictObject({
  n: z.int(),
  code: z.enum(exceptionCodes),
  reason: z.string().nullable(),
  askedAt: at,
  askedBy: z.string().nullable(),
  stands: z.boolean(),
  answer: z.strictObject({ consent: z.boolean(), reason: z.string().nullable(), at, by: z.string().nullable() }).nullable(),
})

export type AskException = z.infer<typeof askException>
export type ExceptionAsked = z.infer<typeof exceptionAsked>
export type AnswerException = z.infer<typeof answerException>
export type ExceptionAnswered = z.infer<typeof exceptionAnswered>
export type ExceptionView = z.infer<typeof exceptionView>
