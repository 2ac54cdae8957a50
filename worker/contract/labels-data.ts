/** The Chinese of the words about personal data. */
import type { ConsentBasis, ConsentGiver, NoticeKind, RevealField } from './terms-data.ts'

export const revealFieldLabels = {
  name: '姓名',
  phone: '电话',
  idNumber: '身份证号',
  account: '收款账号',
} as const satisfies Record<RevealField, string>

export const noticeLabels = {
  privacy: '个人信息告知',
  sensitive: '敏感信息单独同意',
  guardian: '监护人同意',
} as const satisfies Record<NoticeKind, string>

export const consentBasisLabels = {
  consent: '已告知',
  emergency: '紧急先办,之后告知',
} as const satisfies Record<ConsentBasis, string>

export const consentGiverLabels = {
  self: '本人',
  guardian: '监护人',
  none: '还没有告知',
} as const satisfies Record<ConsentGiver, string>
