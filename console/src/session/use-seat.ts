import { useEffect, useState } from 'preact/hooks'
import { currentSeat, onSeatChange, type Seat } from './seat.ts'

/** The person at the desk, followed as it changes. */
export function useSeat(): Seat | null {
  const [seat, setSeat] = useState(currentSeat())
  useEffect(() => onSeatChange(() => setSeat(currentSeat())), [])
  return seat
}
