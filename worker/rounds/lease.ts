import type { Services } from '../platform/index.ts'
import { newId, ProblemError, refusalOf, statement } from '../platform/index.ts'

/** The right to make the round now. `keep` is false once somebody else has it. */
export type Lease = { keep(): Promise<boolean>; leave(): Promise<void> }

/** Renewed three times as often; whoever dies holding it keeps the others waiting no longer than this. */
export const leaseMs = 60_000

const name = 'tick'
const held = statement('SELECT holder, until_at FROM leases WHERE name = ?', name)

/** Takes the lease when it is free or has run out. Null: somebody else makes the round, or the database is busy. */
export async function takeLease({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<Lease | null> {
  const now = clock()
  const holder = newId('tic', now)
  const until = () => new Date(clock().getTime() + leaseMs).toISOString()
  const take = statement(
    `INSERT INTO leases (name, holder, taken_at, until_at) VALUES (?, ?, ?, ?) ON CONFLICT (name)
     DO UPDATE SET holder = excluded.holder, taken_at = excluded.taken_at, until_at = excluded.until_at`,
    name,
    holder,
    now.toISOString(),
    until(),
  )
  const prolong = (to: string): Promise<boolean> =>
    db.write([held], ([rows]) => {
      if (rows?.[0]?.holder !== holder) return { statements: [], answer: false }
      const change = statement('UPDATE leases SET until_at = ? WHERE name = ? AND holder = ?', to, name, holder)
      return { statements: [change], answer: true }
    })
  try {
    const mine = await db.write([held], ([rows]) => {
      const free = String(rows?.[0]?.until_at ?? '') <= now.toISOString()
      return free ? { statements: [take], answer: true } : { statements: [], answer: false }
    })
    if (!mine) return null
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal instanceof ProblemError && refusal.code === 'busy') return null
    throw refusal
  }
  return {
    keep: () => prolong(until()),
    leave: async () => {
      // free whatever the clock says next: it may be set back
      await prolong(new Date(0).toISOString())
    },
  }
}
