import type { Session } from '../../../worker/contract/identity.ts'

/** Who sits at this desk: the session as long as the tab is open, and no longer. */
export type Seat = Session

const stored = 'seat'
const listeners = new Set<() => void>()
let seat = kept()
let expired = false

export const currentSeat = (): Seat | null => seat

/** True when the server ended the session, not the person. */
export const seatExpired = (): boolean => expired

export function takeSeat(next: Seat): void {
  // Somebody else's half-written orders are not for the next person.
  if (sessionStorage.getItem('sat') !== next.person.id) sessionStorage.clear()
  sessionStorage.setItem('sat', next.person.id)
  sessionStorage.setItem(stored, JSON.stringify(next))
  change(next, false)
}

/** The person leaves: nothing that was typed stays behind. */
export function leaveSeat(): void {
  sessionStorage.clear()
  change(null, false)
}

/** The server no longer knows the token: what was typed stays for the same person. */
export function loseSeat(): void {
  sessionStorage.removeItem(stored)
  change(null, true)
}

export function onSeatChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function change(next: Seat | null, byServer: boolean): void {
  seat = next
  expired = byServer
  for (const listener of listeners) listener()
}

function kept(): Seat | null {
  const text = sessionStorage.getItem(stored)
  try {
    return text === null ? null : JSON.parse(text) as Seat
  } catch {
    return null
  }
}
