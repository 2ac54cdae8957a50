/** What the first start of a real county asks (DEMO=0): places, money on hand, and who administers it. Sums in fen. */
import * as z from 'zod'
import { formFen, personName, townshipCode, words } from './shapes.ts'

const officePhone = z.string().trim().regex(/^[0-9+][0-9 -]{5,20}$/, '电话写成 0990-7800000 这样')
/** Up to ten million yuan; a fund may begin empty. */
const openingFen = z.int('金额要用整数分,不能有小数').min(0, '金额不能小于 0').max(1_000_000_000, '金额太大,请检查')
const setupCode = z.string().trim().max(40, '设置码太长')

export const foundingTownship = z.strictObject({
  code: townshipCode,
  name: words(2, 20),
  phone: officePhone,
  population: z.int('人口要用整数').min(1, '人口要大于 0').max(10_000_000, '人口太多,请检查'),
  villages: z.array(words(1, 40)).min(1, '至少写一个村(社区)').max(300, '村(社区)太多'),
  quotaFen: formFen,
  openingFen,
})
/** Three people, for no administrator is another (D-08). */
export const foundingOrder = z.strictObject({
  setupCode,
  name: words(2, 30),
  phone: officePhone,
  dibaoFen: formFen,
  ruralDibaoFen: formFen.optional(),
  townships: z.array(foundingTownship).min(1, '至少写一个乡镇').max(100, '乡镇太多'),
  administrators: z.strictObject({ system: personName, security: personName, audit: personName }),
})
export const founded = z.strictObject({
  administrators: z.array(z.strictObject({ kind: z.string(), name: z.string(), code: z.string() })),
  codesUntil: z.iso.datetime(),
})
export const weChatCheck = z.strictObject({ setupCode })
export const weChatChecked = z.strictObject({ well: z.boolean(), words: z.string() })

export type FoundingOrder = z.infer<typeof foundingOrder>
export type Founded = z.infer<typeof founded>
export type WeChatChecked = z.infer<typeof weChatChecked>
