/** A desk is let in by its person's phone: it asks, the phone looks and answers, the desk collects. */
import * as z from 'zod'
import { session } from './identity.ts'
import { at, id } from './shapes.ts'
import { deskAnswers, deskAskStates, deskQrPrefix } from './terms-signin.ts'

const secret = z.string().regex(/^[\w-]{43}$/, '登录码不对')

export const askDesk = z.strictObject({
  /** Browser and system in words: what the person sees before confirming. */
  device: z.string().trim().min(1, '缺少设备').max(80, '设备名太长'),
})
export const deskAsk = z.strictObject({
  id,
  /** Stays in the browser; the session is collected with it. */
  secret,
  /** Goes into the QR code. */
  qr: z.string(),
  /** The same for who cannot scan: six digits. */
  code: z.string().regex(/^\d{6}$/),
  expiresAt: at,
})
export const collectDesk = z.strictObject({ secret })
export const deskState = z.strictObject({ state: z.enum(deskAskStates), session: session.nullable() })

export const lookAtDesk = z.strictObject({
  proof: z
    .string()
    .trim()
    .max(80, '登录码太长')
    .refine((text) => /^\d{6}$/.test(text) || text.startsWith(deskQrPrefix), '请扫工作台上的码,或写 6 位数字'),
})
export const deskLook = z.strictObject({ id, device: z.string(), askedAt: at, expiresAt: at })
export const answerDesk = z.strictObject({ answer: z.enum(deskAnswers) })
export const deskAnswered = z.strictObject({ answer: z.enum(deskAnswers), answeredAt: at })

export type AskDesk = z.infer<typeof askDesk>
export type DeskAsk = z.infer<typeof deskAsk>
export type CollectDesk = z.infer<typeof collectDesk>
export type DeskState = z.infer<typeof deskState>
export type LookAtDesk = z.infer<typeof lookAtDesk>
export type DeskLook = z.infer<typeof deskLook>
export type AnswerDesk = z.infer<typeof answerDesk>
export type DeskAnswered = z.infer<typeof deskAnswered>
