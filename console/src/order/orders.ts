import type { FundOrder } from '../../../worker/contract/terms.ts'
import type { FieldName } from './draft.ts'

type OrderWords = { path: string; lead: string; fields: FieldName[] }

const moved: FieldName[] = ['amount', 'bankSerial', 'on', 'reason']

/** Each order a person may give: where it goes, what it means, what it asks. */
export const orders: Record<FundOrder, OrderWords> = {
  allocate: { path: 'allocations', lead: '县里把钱拨进银行户。提交后,由另一个人复核才入账。', fields: moved },
  return: { path: 'returns', lead: '把钱上缴给县里。提交后,由另一个人复核才入账。', fields: moved },
  withdraw: { path: 'withdrawals', lead: '从银行户取出现金。提交后,由另一个人复核才入账。', fields: moved },
  deposit: { path: 'deposits', lead: '把现金存回银行户。提交后马上入账。', fields: moved },
  interest: { path: 'interests', lead: '银行付的利息,归到县里的钱里。提交后马上入账。', fields: moved },
  fee: { path: 'fees', lead: '银行扣的手续费。提交后马上入账。', fields: moved },
  receive: { path: 'receipts', lead: '流水上有、不知道是谁的钱。先放进待查款,不能用来救助。', fields: moved },
  identify: { path: 'identifications', lead: '待查款查明了,从待查款里转出。查明是退票或追回的,再登记那一笔。', fields: moved },
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
