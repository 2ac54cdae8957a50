/** Sign-in and the people of the demo. */
import * as z from 'zod'
import { id, personName, phone, townshipCode } from './shapes.ts'
import { postKinds } from './terms.ts'
import { surfaces } from './terms-signin.ts'

export const signIn = z.strictObject({
  code: z.string().trim().min(1, '缺少登录码').max(128, '登录码太长'),
  device: z.string().max(80).optional(),
  /** `desk`: a shared room, so the session ends when it is left alone. */
  surface: z.enum(surfaces).optional(),
})
export const post = z.strictObject({ kind: z.enum(postKinds), townshipCode: townshipCode.nullable(), area: z.string() })
export const me = z.strictObject({ person: z.strictObject({ id, name: z.string().nullable() }), posts: z.array(post) })
export const session = me.extend({ token: z.string() })
export const demoPeople = z.strictObject({
  /** Everybody's second factor: a demo's protects nothing. */
  pin: z.string(),
  people: z.array(z.strictObject({ openid: z.string(), name: personName, about: z.string(), code: z.string() })),
})
export const townships = z.strictObject({
  county: z.string(),
  townships: z.array(
    z.strictObject({ code: townshipCode, name: z.string(), phone: z.string(), villages: z.array(z.string()) }),
  ),
})

/** getPhoneNumber's one-use code; the number comes back to be put into the form, nothing is stored. */
export const askPhone = z.strictObject({ code: z.string().trim().min(1, '缺少号码凭证').max(128, '号码凭证太长') })
export const phoneAnswer = z.strictObject({ phone })

export type AskPhone = z.infer<typeof askPhone>
export type PhoneAnswer = z.infer<typeof phoneAnswer>
export type SignIn = z.infer<typeof signIn>
export type Post = z.infer<typeof post>
export type Me = z.infer<typeof me>
export type Session = z.infer<typeof session>
export type DemoPeople = z.infer<typeof demoPeople>
export type Townships = z.infer<typeof townships>
