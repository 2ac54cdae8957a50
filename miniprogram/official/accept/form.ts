/** 受理 as typed: the kin question of F-1, the household, who is in it, and the account if it is known. */
import type { Fault } from '../../walk/faults.ts'
import { checkIdNumber } from '../../../worker/contract/idNumber.ts'
import type { AcceptRequest, RequestView } from '../../../worker/contract/requests.ts'
import { beijingDay } from '../../clock/beijing.ts'
import { blankPayee, isStarted, payeeBody, payeeFaultsOf, type PayeeForm } from '../../components/payee/form.ts'
import { acceptFaults } from '../../labels/official.ts'

export interface Member {
  name: string
  relation: string
  idNumber: string
}
export interface Acceptance {
  kin: 'none' | 'yes' | ''
  kinName: string
  kinRelation: string
  kinPost: string
  name: string
  idNumber: string
  /** A household's id, or `new`. */
  household: string
  /** Why it is a new one, though somebody alike is known. */
  newBecause: string
  members: Member[]
  payee: PayeeForm
  payeeOpen: boolean
  /** Who was told how the data is used; empty: not yet, help goes first. */
  told: 'self' | 'guardian' | ''
}

export const blankMember: Member = { name: '', relation: '', idNumber: '' }

export function startOf(view: RequestView): Acceptance {
  return {
    kin: '', kinName: '', kinRelation: '', kinPost: '', name: view.name ?? '', idNumber: '',
    household: view.household?.id ?? (view.possibleHouseholds.length === 0 ? 'new' : ''),
    newBecause: '', members: [],
    payee: { ...blankPayee, holder: view.name ?? '' }, payeeOpen: false, told: '',
  }
}

export function acceptFaultsOf(form: Acceptance): Fault[] {
  const faults: Fault[] = []
  const wrong = (field: string, message: string): void => void faults.push({ field, message })
  if (!form.kin) wrong('kin', acceptFaults.kin)
  if (form.kin === 'yes' && !form.kinName.trim()) wrong('kinName', acceptFaults.kinName)
  if (form.kin === 'yes' && !form.kinRelation.trim()) wrong('kinRelation', acceptFaults.kinRelation)
  if (form.kin === 'yes' && !form.kinPost.trim()) wrong('kinPost', acceptFaults.kinPost)
  if (!form.name.trim()) wrong('name', acceptFaults.name)
  const id = idFault(form.idNumber)
  if (id) wrong('idNumber', id)
  if (!form.household) wrong('household', acceptFaults.household)
  form.members.forEach((member, index) => {
    const memberId = idFault(member.idNumber)
    if (!member.name.trim() || !member.relation.trim()) wrong(`member${index}`, acceptFaults.member)
    else if (memberId) wrong(`member${index}`, memberId)
  })
  return hasPayee(form) ? [...faults, ...payeeFaultsOf(form.payee)] : faults
}

/** The applicant's own account bears the applicant's name; another person's never does. */
export function ownHolder(payee: PayeeForm, name: string): PayeeForm {
  if (payee.relation === 'self') return payee.holder.trim() ? payee : { ...payee, holder: name }
  return payee.holder.trim() === name.trim() ? { ...payee, holder: '' } : payee
}

/** Folded away, or opened and left as it was: the account comes later. */
export function hasPayee(form: Acceptance): boolean {
  return form.payeeOpen && isStarted(form.payee, form.name)
}

export function acceptBody(form: Acceptance, view: RequestView): AcceptRequest {
  const body: AcceptRequest = {
    kin: form.kin === 'yes'
      ? { name: form.kinName.trim(), relation: form.kinRelation.trim(), post: form.kinPost.trim() } : 'none',
    household: form.household === 'new' ? newHousehold(form) : { householdId: form.household },
  }
  if (form.name.trim() !== (view.name ?? '')) body.name = form.name.trim()
  if (form.idNumber.trim()) body.idNumber = form.idNumber.trim()
  if (form.told) body.told = form.told
  if (hasPayee(form)) body.payee = payeeBody(form.payee)
  return body
}

function newHousehold(form: Acceptance) {
  const members = form.members.map(memberBody)
  return form.newBecause.trim() ? { members, newBecause: form.newBecause.trim() } : { members }
}

function memberBody(member: Member) {
  const plain = { name: member.name.trim(), relation: member.relation.trim() }
  return member.idNumber.trim() ? { ...plain, idNumber: member.idNumber.trim() } : plain
}

/** Whether an invented area may pass is the server's to say; here only the form counts. */
function idFault(text: string): string {
  if (!text.trim()) return ''
  const checked = checkIdNumber(text, beijingDay(Date.now()), true)
  return checked.ok ? '' : checked.reason
}
