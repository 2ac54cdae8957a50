import type { ClaimOrder, FundOrder, PayoutOrder } from '../../../worker/contract/terms.ts'
import type { FieldName } from './draft.ts'

export type OrderWords = { path: string; lead: string; fields: FieldName[] }

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

const decided: FieldName[] = ['amount', 'decision', 'reason']

/** What may be ordered of one payout. */
export const payoutOrders: Record<PayoutOrder, OrderWords> = {
  reject: { path: 'rejection', lead: '银行没有付出去,钱退回已批待付,可以再发一次。提交后马上入账。', fields: ['reason'] },
  bounce: { path: 'return', lead: '到账的钱被银行整笔退回,可以重新付。说明已通过的,要另一个人复核。', fields: ['bankSerial', 'on', 'reason'] },
  disallow: { path: 'disallowance', lead: '核实后不该给的部分,转为应追回。要有决定书,由另一个人复核。', fields: decided },
  recover: { path: 'recovery', lead: '应追回的钱退到了银行户,可以分几次。只走银行,不收现金。', fields: moved },
  write_off: { path: 'write-off', lead: '追不回的损失,按县里的决定核销,由县里复核。', fields: decided },
  reclaim: { path: 'reclaim', lead: '县里已经补足,后来发现不该给。转为应追回,由县里复核。', fields: decided },
  late_return: { path: 'late-return', lead: '县里已经补足,银行才退回的钱。由另一个人复核。', fields: moved },
}

/** What may be ordered of a whole claim. */
export const claimOrders: Record<ClaimOrder, OrderWords> = {
  replenish: { path: 'replenishment', lead: '县财政把这一批补足,钱到了银行户。提交后马上入账。', fields: ['bankSerial', 'on', 'reason'] },
  settle: { path: 'settlement', lead: '县里认账但不补足,按文件核减。由另一个人复核。', fields: ['decision', 'reason'] },
  reopen: { path: 'reopening', lead: '这一批有误,每一笔退回原处,改好再核销。由另一个人复核。', fields: ['reason'] },
}

/** The server's name of each field, and how it is asked. */
export const fields: Record<FieldName, { sentAs: string; hint: string }> = {
  amount: { sentAs: 'amountFen', hint: '如 1,000 或 800.50' },
  bankSerial: { sentAs: 'bankSerial', hint: '银行回单上的号,4 到 40 位' },
  on: { sentAs: 'on', hint: '钱动的那一天,如 2026-09-30' },
  decision: { sentAs: 'decisionNumber', hint: '决定书或文件的文号,如 财社〔2026〕12号' },
  reason: { sentAs: 'reason', hint: '一句话,复核的人会看到' },
  entry: { sentAs: 'entrySeq', hint: '明细里的笔号' },
}
