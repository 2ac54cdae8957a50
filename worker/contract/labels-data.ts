/** The Chinese of the words about personal data. */
import type { RevealField } from './terms-data.ts'

export const revealFieldLabels = {
  name: '姓名',
  phone: '电话',
  idNumber: '身份证号',
  account: '收款账号',
} as const satisfies Record<RevealField, string>
