/** Whose account the money goes to, as typed and as a body. */
import type { Payee } from '../../../worker/contract/requests.ts'
import type { PayeeAuthority, PayeeKind, PayeeRelation } from '../../../worker/contract/terms.ts'
import { payeeFaults } from '../../labels/follow.ts'
import type { Fault } from '../ask/form.ts'

export interface PayeeForm {
  kind: PayeeKind
  holder: string
  bank: string
  account: string
  relation: PayeeRelation
  authority: PayeeAuthority | ''
}

export const blankPayee: PayeeForm = { kind: 'card', holder: '', bank: '', account: '', relation: 'self',
  authority: '' }

export function payeeFaultsOf(form: PayeeForm): Fault[] {
  const faults: Fault[] = []
  if (!form.holder.trim()) faults.push({ field: 'holder', message: payeeFaults.holder })
  if (form.bank.trim().length < 2) faults.push({ field: 'bank', message: payeeFaults.bank })
  if (!/^\d{8,30}$/.test(plainAccount(form.account))) faults.push({ field: 'account', message: payeeFaults.account })
  if (form.relation !== 'self' && !form.authority) faults.push({ field: 'authority', message: payeeFaults.authority })
  return faults
}

export function payeeBody(form: PayeeForm): Payee {
  const body: Payee = {
    kind: form.kind, holder: form.holder.trim(), bank: form.bank.trim(), account: plainAccount(form.account),
    relation: form.relation,
  }
  if (form.relation !== 'self' && form.authority) body.authority = form.authority
  return body
}

function plainAccount(text: string): string {
  return text.replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/[\s-]/g, '')
}
