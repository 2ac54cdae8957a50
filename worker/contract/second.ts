/** The second factor (D-08): six digits, for what moves money and for administration. */
import * as z from 'zod'
import { at } from './shapes.ts'

/** 000000, 123456 and their like are the first that anybody tries. */
const easy = (pin: string): boolean =>
  /^(\d)\1{5}$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin)
const pin = z.string().regex(/^\d{6}$/, '要 6 位数字')

export const proveSecond = z.strictObject({ pin })
export const secondProven = z.strictObject({ provenAt: at })
export const setPin = z.strictObject({
  pin: pin.refine((text) => !easy(text), '太好猜,请换一个'),
  /** Needed to change a PIN; not for the first one, nor after a reset. */
  oldPin: pin.optional(),
})
export const pinSet = z.strictObject({ setAt: at })
export const secondState = z.strictObject({
  /** Whether there is a PIN to give. */
  set: z.boolean(),
  /** Given in this session, and not left alone for a quarter of an hour since. */
  proven: z.boolean(),
})

export type ProveSecond = z.infer<typeof proveSecond>
export type SecondProven = z.infer<typeof secondProven>
export type SetPin = z.infer<typeof setPin>
export type PinSet = z.infer<typeof pinSet>
export type SecondState = z.infer<typeof secondState>
