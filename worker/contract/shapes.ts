/** The atoms of every body and answer. Chinese messages say what is wrong and how it should look. */
import * as z from 'zod'
import { maxFormFen } from './money.ts'

export const id = z.string().regex(/^[a-z]{3}_[0-9a-z]{16,32}$/, '编号不对')
/** Whole fen, > 0, at most 10,000,000.00 yuan. */
export const formFen = z.int('金额要用整数分,不能有小数').min(1, '金额要大于 0').max(maxFormFen, '金额太大,请检查')
/** Any whole fen of an answer. */
export const fen = z.int()
/** UTC instant, `2026-09-30T08:00:00.000Z`. */
export const at = z.iso.datetime()
/** Beijing calendar day, `2026-09-30`. */
export const on = z.iso.date('日期要写成 2026-09-30 这样')
export const townshipCode = z.string().regex(/^\d{9}$/, '乡镇代码是 9 位数字')

/** Control, direction and private-use characters; line breaks and what joins Mongolian letters or emoji may stay. */
const hidden = /(?![\n\r\t\u180e\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}]/u
const visible = (text: string): boolean => !hidden.test(text)

/** Free words: trimmed, no control or direction characters. */
export const words = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min, min > 0 ? `至少写 ${min} 个字` : undefined)
    .max(max, `最多写 ${max} 个字`)
    .refine(visible, '有看不见的特殊字符,请重新输入')
/** A person's name: Chinese with ·, Mongolian or Latin letters. */
export const personName = z
  .string()
  .trim()
  .min(1, '请写姓名')
  .max(40, '姓名最多 40 个字')
  .regex(/^[\p{Script=Han}\p{Script=Mongolian}\p{Script=Latin}·•. ]+$/u, '姓名里有不能用的字符')
export const phone = z
  .string()
  .trim()
  .regex(/^1[3-9]\d{9}$/, '手机号是 11 位数字,以 1 开头')
/** Card or passbook number; spaces are dropped. */
export const account = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{8,30}$/, '账号只能是 8 到 30 位数字'))
export const idNumberText = z.string().trim().max(40, '身份证号太长,应为 18 位')

/** `{ items, next }`: `next` goes into `?after=` for the next page, null at the end. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })
export const pageQuery = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
}
