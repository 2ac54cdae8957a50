/** Whose account the money goes to, as typed and as a body. Faults are named `payee.holder`, as the server does. */
import type { Fault } from '../../walk/faults.ts'
import type { Payee } from '../../../worker/contract/requests.ts'
import type { PayeeAuthority, PayeeKind, PayeeRelation } from '../../../worker/contract/terms.ts'
import { payeeFaults } from '../../labels/payee.ts'
import { plainDigits } from '../../typed/digits.ts'

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

/** Where an account may wait: a holder that we wrote in ourselves is not yet one. */
export function isStarted(form: PayeeForm, ownName: string): boolean {
  const { holder, bank, account, relation } = form
  return [bank, account].some((text) => text.trim() !== '') || relation !== 'self'
    || (holder.trim() !== '' && holder.trim() !== ownName.trim())
}

export function payeeFaultsOf(form: PayeeForm): Fault[] {
  const faults: Fault[] = []
  const wrong = (field: string, message: string): void => void faults.push({ field: payeeBox(field), message })
  if (!form.holder.trim()) wrong('holder', payeeFaults.holder)
  if (form.bank.trim().length < 2) wrong('bank', payeeFaults.bank)
  if (!/^\d{8,30}$/.test(plainDigits(form.account))) wrong('account', payeeFaults.account)
  if (form.relation !== 'self' && !form.authority) wrong('authority', payeeFaults.authority)
  return faults
}

export function payeeBody(form: PayeeForm): Payee {
  const body: Payee = {
    kind: form.kind, holder: form.holder.trim(), bank: form.bank.trim(), account: plainDigits(form.account),
    relation: form.relation,
  }
  if (form.relation !== 'self' && form.authority) body.authority = form.authority
  return body
}

/** `holder` and `payee.holder` are the same box. */
export function payeeBox(field: string): string {
  return `payee.${field.split('.').pop() ?? field}`
}
