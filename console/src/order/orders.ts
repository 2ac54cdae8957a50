import type { FundOrder } from '../../../worker/contract/terms.ts'
import type { FieldName } from './draft.ts'

type OrderWords = { path: string; lead: string; fields: FieldName[] }

const moved: FieldName[] = ['amount', 'bankSerial', 'on', 'reason']

/** Each order a person may give: where it goes, what it means, what it asks. */
export const orders: Record<FundOrder, OrderWords> = {
  allocate: { path: 'allocations', lead: '县里把钱拨进银行户。提交后,由另一个人复核才入账。', fields: moved },
  withdraw: { path: 'withdrawals', lead: '从银行户取出现金。提交后,由另一个人复核才入账。', fields: moved },
  deposit: { path: 'deposits', lead: '把现金存回银行户。提交后马上入账。', fields: moved },
  undo: { path: 'undos', lead: '把记错的一笔反着记一遍。提交后,由另一个人复核才入账。', fields: ['entry', 'reason'] },
}

/** The server's name of each field, and how it is asked. */
export const fields: Record<FieldName, { sentAs: string; hint: string }> = {
  amount: { sentAs: 'amountFen', hint: '如 1,000 或 800.50' },
  bankSerial: { sentAs: 'bankSerial', hint: '银行回单上的号,4 到 40 位' },
  on: { sentAs: 'on', hint: '钱动的那一天,如 2026-09-30' },
  reason: { sentAs: 'reason', hint: '一句话,复核的人会看到' },
  entry: { sentAs: 'entrySeq', hint: '明细里的笔号' },
}
