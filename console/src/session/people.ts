import type { DemoPeople } from '../../../worker/contract/identity.ts'
import { postLabels } from '../../../worker/contract/labels.ts'

export type Person = DemoPeople['people'][number]

// Who works at a desk most, first; the demo's people come with their post in words only.
const order = [
  '县财政', '县财政复核', postLabels.county_assistance, postLabels.county_leader, postLabels.auditor, postLabels.finance_reviewer, postLabels.cashier,
  postLabels.deputy_leader, postLabels.leader, postLabels.caseworker, postLabels.system_admin, postLabels.security_admin,
  postLabels.audit_admin,
]

/** The people of the demo who have work at a desk, in the order of their posts. */
export function deskPeople(people: Person[]): Person[] {
  const rank = (person: Person): number => order.indexOf(person.about.split(' ').at(-1) ?? '')
  return people.filter((person) => rank(person) >= 0).sort((left, right) => rank(left) - rank(right))
}

/** Those whose name, place or post holds every word that was typed. */
export function matching(people: Person[], typed: string): Person[] {
  const words = typed.trim().split(/\s+/)
  return people.filter(({ name, about }) => words.every((word) => `${name} ${about}`.includes(word)))
}
